/** Runs each test, says how it went, closes what they used, and ends the program: 1 where one failed. */
export async function runTests(name, tests, close) {
  let failed = 0;
  for (const [title, test] of Object.entries(tests)) {
    try {
      await test();
      console.log(`passed  ${title}`);
    } catch (error) {
      failed++;
      console.log(`FAILED  ${title}\n${error.stack}`);
    }
  }
  await close();
  console.log(`${name}: ${Object.keys(tests).length - failed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}
