namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.dot(Tensor)"/>
    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);
    /// <inheritdoc cref="Tensor.vdot(Tensor)"/>
    public static Tensor vdot(Tensor input, Tensor target) => input.vdot(target);
    /// <inheritdoc cref="Tensor.mv(Tensor)"/>
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);
    /// <inheritdoc cref="Tensor.outer(Tensor)"/>
    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);
    /// <inheritdoc cref="Tensor.ger(Tensor)"/>
    public static Tensor ger(Tensor input, Tensor vec2) => input.ger(vec2);
    /// <inheritdoc cref="Tensor.inner(Tensor)"/>
    public static Tensor inner(Tensor input, Tensor vec2) => input.inner(vec2);
    /// <inheritdoc cref="Tensor.kron(Tensor)"/>
    public static Tensor kron(Tensor input, Tensor other) => input.kron(other);
    /// <inheritdoc cref="Tensor.tensordot(Tensor, long[], long[])"/>
    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => a.tensordot(b, dims1, dims2);
    /// <inheritdoc cref="Tensor.tensordot(Tensor, long)"/>
    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => a.tensordot(b, dims);
    /// <inheritdoc cref="Tensor.logdet()"/>
    public static Tensor logdet(Tensor input) => input.logdet();
    /// <inheritdoc cref="Tensor.inverse()"/>
    public static Tensor inverse(Tensor input) => input.inverse();
    /// <inheritdoc cref="Tensor.cholesky(bool)"/>
    public static Tensor cholesky(Tensor input, bool upper) => input.cholesky(upper);
    /// <inheritdoc cref="Tensor.cholesky_inverse(bool)"/>
    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => input.cholesky_inverse(upper);
    /// <inheritdoc cref="Tensor.cholesky_solve(Tensor, bool)"/>
    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => input.cholesky_solve(input2, upper);
    /// <inheritdoc cref="Tensor.matrix_power(int)"/>
    public static Tensor matrix_power(Tensor input, int n) => input.matrix_power(n);
    /// <inheritdoc cref="Tensor.pinverse(double, bool)"/>
    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => input.pinverse(rcond, hermitian);
    /// <inheritdoc cref="Tensor.renorm(float, long, float)"/>
    public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) => input.renorm(p, dim, maxnorm);
}
