/** What a page of Chromium holds after a collection: heap bytes, and what the debugger counts. */
export async function holdings(page) {
  const session = await page.context().newCDPSession(page);
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return {
    heap: metrics.find(({ name }) => name === 'JSHeapUsedSize').value,
    nodes,
    listeners: jsEventListeners,
    documents,
  };
}
