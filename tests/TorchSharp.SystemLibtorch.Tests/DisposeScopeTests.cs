using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class DisposeScopeTests
{
    [Fact]
    public void A_scope_frees_what_was_made_inside_except_what_moved_out()
    {
        Tensor kept, lost;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                lost = ones(2);
                kept = (lost + 1).MoveToOuterDisposeScope();
            }
            Assert.True(lost.IsInvalid);
            Assert.False(kept.IsInvalid);
            Assert.Equal(1, outer.DisposablesCount);
        }
        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void Detached_tensors_outlive_every_scope()
    {
        Tensor kept;
        using (NewDisposeScope())
        using (NewDisposeScope()) kept = ones(2).DetachFromDisposeScope();
        Expect.Values(kept, 1, 1);
        kept.Dispose();
    }

    [Fact]
    public void Parameters_of_a_module_outlive_the_scope_they_were_made_in()
    {
        nn.Module<Tensor, Tensor> layer;
        using (NewDisposeScope()) layer = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2));
        Expect.Shape(layer.call(zeros(4, 3)), 4, 2);
    }

    [Fact]
    public void A_wrapped_expression_leaves_only_its_result()
    {
        using var scope = NewDisposeScope();
        var sum = WrappedTensorDisposeScope(() => (ones(3) * 2 + 1).sum());
        Assert.Equal(1, scope.DisposablesCount);
        Expect.Values(sum, 9);
    }

    [Fact]
    public void Scopes_of_two_threads_do_not_meet()
    {
        using var scope = NewDisposeScope();
        Tensor other = null!;
        var thread = new Thread(() => other = ones(1));
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        other.Dispose();
    }

    /// <summary>A tensor that is only an argument of a running operator must not be collected under it.</summary>
    [Fact]
    public async Task Collections_in_the_middle_of_work_free_nothing_in_use()
    {
        using var stop = new CancellationTokenSource();
        var collector = Task.Run(() => { while (!stop.IsCancellationRequested) { GC.Collect(); GC.WaitForPendingFinalizers(); } });
        var total = 0.0;
        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < 500; i++)
            {
                var value = (ones(64) + zeros(64)).matmul(ones(64)).item<float>();
                lock (stop) total += value;
            }
        });
        await stop.CancelAsync();
        await collector;
        Assert.Equal(4 * 500 * 64, total);
    }
}
