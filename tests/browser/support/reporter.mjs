// One line a test as it ends, the failures again at the end with what was seen, and "N passed, N failed" as the last
// line.

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

export default class Reporter {
  #failures = [];
  #counts = { passed: 0, failed: 0, skipped: 0 };

  onTestEnd(test, result) {
    const name = test.titlePath().slice(1).filter(Boolean).join(' › ');
    if (result.status === 'skipped') {
      this.#counts.skipped += 1;
      return;
    }
    const ok = result.status === test.expectedStatus;
    this.#counts[ok ? 'passed' : 'failed'] += 1;
    console.log(`${ok ? 'ok     ' : 'FAILED '} ${name} (${seconds(result.duration)})`);
    if (!ok) this.#failures.push({ name, result });
  }

  onError(error) {
    this.#counts.failed += 1;
    console.log(error.message ?? error.value);
  }

  onStdOut(text) {
    process.stdout.write(text);
  }

  onEnd() {
    for (const { name, result } of this.#failures) {
      console.log(`\nFAILED  ${name}`);
      for (const error of result.errors) console.log(this.#indented(error));
      for (const { name: what, path } of result.attachments) if (path) console.log(`        ${what}: ${path}`);
    }
    const { passed, failed, skipped } = this.#counts;
    console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} for other browsers` : ''}`);
    if (passed + failed === 0) return { status: 'failed' };
    return undefined;
  }

  #indented({ message, value, snippet, location }) {
    const place = location ? `\n${location.file}:${location.line}` : '';
    const text = `${message ?? value}${snippet ? `\n${snippet}` : ''}${place}`;
    return text
      .split('\n')
      .slice(0, 40)
      .map((line) => `        ${line}`)
      .join('\n');
  }
}
