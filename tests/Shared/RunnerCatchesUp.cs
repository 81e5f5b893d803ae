[assembly: AssemblyFixture(typeof(RunnerCatchesUp))]

/// <summary>
/// Holds a test process open for a moment after its last test. xunit.runner.visualstudio allows a process that has ended five seconds
/// since its last message before it calls it crashed; after a last test that was silent for longer, nothing is left of them,
/// and that test's result and "finished" may be lost though everything passed.
/// </summary>
file sealed class RunnerCatchesUp : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await Task.Delay(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
}
