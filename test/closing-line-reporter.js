/** Prints one plain line of counts, which a script can read without knowing jest. */
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = results;
    // A test file that does not even load has no failed test, but it has failed.
    const failed = numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = numPendingTests + numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : "";
    process.stdout.write(`${numPassedTests} passed, ${failed} failed${tail}\n`);
  }
};
