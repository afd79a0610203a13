// Prints one line for each test as it ends, the failures with what was seen at the end, and "N passed, N failed" as the
// last line. A test that fails is tried once more; if it passes then, the end names it as one to be corrected.

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

export default class Reporter {
  #failures = [];
  #second = [];
  #counts = { passed: 0, failed: 0, skipped: 0 };

  onBegin() {
    if (!process.env.LONG) console.log(`SAMPLE=${process.env.SAMPLE}`);
  }

  onTestEnd(test, result) {
    const name = test.titlePath().slice(1).filter(Boolean).join(' › ');
    if (result.status === 'skipped') {
      this.#counts.skipped += 1;
      return;
    }
    const ok = result.status === test.expectedStatus;
    const again = !ok && result.retry < test.retries;
    const word = ok ? 'ok     ' : again ? 'again  ' : 'FAILED ';
    console.log(`${word} ${name} (${seconds(result.duration)})`);
    if (again) this.#second.push({ name, result });
    else this.#counts[ok ? 'passed' : 'failed'] += 1;
    if (!ok && !again) this.#failures.push({ name, result });
  }

  onError(error) {
    this.#counts.failed += 1;
    console.log(error.message ?? error.value);
  }

  onStdOut(text) {
    process.stdout.write(text);
  }

  onEnd() {
    const failed = new Set(this.#failures.map(({ name }) => name));
    this.#tell(
      'PASSED ONLY AT THE SECOND TRY',
      this.#second.filter(({ name }) => !failed.has(name)),
    );
    this.#tell('FAILED', this.#failures);
    const counts = this.#counts;
    const others = counts.skipped ? `, ${counts.skipped} for other browsers` : '';
    console.log(`${counts.passed} passed, ${counts.failed} failed${others}`);
    if (counts.passed + counts.failed === 0) return { status: 'failed' };
    return undefined;
  }

  #tell(word, tests) {
    for (const { name, result } of tests) {
      console.log(`\n${word}  ${name}`);
      for (const error of result.errors) console.log(this.#indented(error));
      for (const { name: what, path } of result.attachments) if (path) console.log(`        ${what}: ${path}`);
    }
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
