/** Opens an address in a browser where no script runs, and returns what `look` gives there. */
export async function withoutScripts(browser, address, look, options = {}) {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light', ...options });
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await look(page);
  } finally {
    await context.close();
  }
}
