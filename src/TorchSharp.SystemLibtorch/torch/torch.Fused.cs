namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.addcmul(Tensor, Tensor, Scalar)"/>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul(tensor1, tensor2, value);
    /// <inheritdoc cref="Tensor.addcmul_(Tensor, Tensor, Scalar)"/>
    public static Tensor addcmul_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul_(tensor1, tensor2, value);
    /// <inheritdoc cref="Tensor.addcdiv(Tensor, Tensor, Scalar)"/>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv(tensor1, tensor2, value);
    /// <inheritdoc cref="Tensor.addcdiv_(Tensor, Tensor, Scalar)"/>
    public static Tensor addcdiv_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv_(tensor1, tensor2, value);
    /// <inheritdoc cref="Tensor.addmm(Tensor, Tensor, float, float)"/>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm(mat1, mat2, beta, alpha);
    /// <inheritdoc cref="Tensor.addmm_(Tensor, Tensor, float, float)"/>
    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm_(mat1, mat2, beta, alpha);
    /// <inheritdoc cref="Tensor.addmv(Tensor, Tensor, float, float)"/>
    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmv(mat1, mat2, beta, alpha);
    /// <inheritdoc cref="Tensor.addmv_(Tensor, Tensor, float, float)"/>
    public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmv_(mat1, mat2, beta, alpha);
    /// <inheritdoc cref="Tensor.addr(Tensor, Tensor, float, float)"/>
    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => input.addr(vec1, vec2, beta, alpha);
    /// <inheritdoc cref="Tensor.addr_(Tensor, Tensor, float, float)"/>
    public static Tensor addr_(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => input.addr_(vec1, vec2, beta, alpha);
    /// <inheritdoc cref="Tensor.addbmm(Tensor, Tensor, float, float)"/>
    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => input.addbmm(batch1, batch2, beta, alpha);
    /// <inheritdoc cref="Tensor.addbmm_(Tensor, Tensor, float, float)"/>
    public static Tensor addbmm_(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => input.addbmm_(batch1, batch2, beta, alpha);
}
