using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class DisposeScopeRulesTests
{
    [Fact]
    public void Several_tensors_move_at_once()
    {
        using var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        var (a, b, c, d) = (ones(1), ones(1), ones(1), ones(1));
        inner.MoveToOuter(a, b);
        inner.MoveToOther(outer, c);
        Assert.Equal(3, outer.DisposablesCount);
        Assert.True(inner.Contains(d));
        Assert.Equal([d], inner.DisposablesView);
        inner.Dispose();
        Assert.False(a.IsInvalid || b.IsInvalid || c.IsInvalid);
        Assert.True(d.IsInvalid);
    }

    [Fact]
    public void A_scope_moves_only_what_is_its_own()
    {
        using var outer = NewDisposeScope();
        var a = ones(1);
        using var inner = NewDisposeScope();
        inner.Detach(a);
        inner.MoveToOther(null, a);
        Assert.True(outer.Contains(a));
    }

    [Fact]
    public void Attached_tensors_leave_their_scope()
    {
        var a = ones(1);
        using var outer = NewDisposeScope();
        outer.Attach(a);
        using (var inner = NewDisposeScope())
        {
            inner.Attach(a, a);
            Assert.Equal(0, outer.DisposablesCount);
            Assert.Equal(1, inner.DisposablesCount);
        }
        Assert.True(a.IsInvalid);
    }

    [Fact]
    public void Everything_but_some_is_freed()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(1), ones(1));
        Assert.Same(a, scope.DisposeEverythingBut(a));
        Assert.True(b.IsInvalid);
        Assert.False(a.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
        scope.DisposeEverything();
        Assert.True(a.IsInvalid);
    }

    [Fact]
    public void A_tensor_follows_another_ones_scope()
    {
        using var outer = NewDisposeScope();
        var a = ones(1);
        using var inner = NewDisposeScope();
        var b = ones(1).MoveToOtherDisposeScope(a);
        Assert.True(outer.Contains(b));
        var free = ones(1).DetachFromDisposeScope();
        Assert.Same(free, free.MoveToOtherDisposeScope(inner));
        Assert.True(inner.Contains(free));
    }

    [Fact]
    public void The_innermost_scope_is_the_current_one_even_if_scopes_end_out_of_order()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        Assert.Same(inner, CurrentDisposeScope);
        outer.Dispose();
        Assert.Same(inner, CurrentDisposeScope);
        inner.Dispose();
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void An_ended_scope_takes_nothing()
    {
        var scope = NewDisposeScope();
        scope.Dispose();
        scope.Dispose();
        Assert.Throws<ObjectDisposedException>(() => scope.DisposablesCount);
        Assert.Throws<ObjectDisposedException>(() => scope.DisposeEverything());
        Assert.Throws<ObjectDisposedException>(() => scope.Attach(ones(1)));
    }

    [Fact]
    public void Scopes_hold_tensors_only()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<InvalidOperationException>(() => scope.Attach(new MemoryStream()));
    }

    [Fact]
    public void A_disposed_tensor_is_in_no_scope()
    {
        using var scope = NewDisposeScope();
        var a = ones(1);
        a.Dispose();
        Assert.Equal(0, scope.DisposablesCount);
        var b = ones(1);
        scope.MarkAsDisposed(b);
        Assert.Equal(0, scope.DisposablesCount);
        Assert.False(b.IsInvalid);
    }
}
