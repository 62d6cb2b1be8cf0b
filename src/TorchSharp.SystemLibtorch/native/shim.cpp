// The whole native side: every ATen operator through one boxed call, and the little the dispatcher does not offer.
//
// A tensor crosses the border as its TensorImpl*, and whoever receives one owns one reference to it.
// Every entry point catches every C++ exception: it returns a failure value and keeps the message for ts_error().
#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/serialize.h>
#include <torch/version.h>

#include <cmath>
#include <malloc.h>
#include <string>
#include <vector>

using c10::IValue;
using Impl = c10::TensorImpl;

namespace {

thread_local std::string error;
thread_local std::vector<Impl*> results;

template <typename Result, typename Body>
Result guarded(Result failure, Body body) noexcept {
    try {
        return body();
    } catch (const c10::Error& e) {
        error = e.what_without_backtrace();
    } catch (const std::exception& e) {
        error = e.what();
    } catch (...) {
        error = "unknown native exception";
    }
    return failure;
}

at::Tensor borrow(Impl* impl) {
    if (impl == nullptr) return at::Tensor();
    return at::Tensor(c10::intrusive_ptr<Impl, c10::UndefinedTensorImpl>::reclaim_copy(impl));
}

Impl* give(at::Tensor tensor) {
    return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

std::vector<at::Tensor> borrow_all(Impl* const* impls, int64_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int64_t i = 0; i < count; i++) tensors.push_back(borrow(impls[i]));
    return tensors;
}

enum Tag : int64_t { None, TensorTag, Int, Double, Bool, IntList, TensorList, OptionalTensorList, DoubleList, String, Device, GeneratorTag, Default };

struct Argument {
    int64_t tag;
    union { int64_t integer; double real; void* pointer; };
    int64_t length;
};

IValue unpack(const Argument& a, const c10::Argument& formal) {
    switch (a.tag) {
        case TensorTag: return borrow(static_cast<Impl*>(a.pointer));
        case Int: return a.integer;
        case Double: return a.real;
        case Bool: return a.integer != 0;
        case IntList: return c10::IntArrayRef(static_cast<int64_t*>(a.pointer), a.length);
        case TensorList: return c10::List<at::Tensor>(borrow_all(static_cast<Impl**>(a.pointer), a.length));
        case OptionalTensorList: {
            c10::List<c10::optional<at::Tensor>> list;
            for (auto& t : borrow_all(static_cast<Impl**>(a.pointer), a.length))
                list.push_back(t.defined() ? c10::optional<at::Tensor>(t) : c10::nullopt);
            return list;
        }
        case DoubleList: return c10::ArrayRef<double>(static_cast<double*>(a.pointer), a.length);
        case String: return std::string(static_cast<char*>(a.pointer), a.length);
        case Device: return c10::Device(static_cast<c10::DeviceType>(a.integer), static_cast<c10::DeviceIndex>(a.length));
        case GeneratorTag: return *static_cast<at::Generator*>(a.pointer);
        case Default:
            TORCH_CHECK(formal.default_value().has_value(), "argument '", formal.name(), "' has no default");
            return *formal.default_value();
        default: return IValue();
    }
}

void collect(const IValue& value) {
    if (value.isTensor()) results.push_back(give(value.toTensor()));
    else if (value.isTensorList()) for (const at::Tensor& t : value.toTensorList()) results.push_back(give(t));
    else if (value.isNone()) results.push_back(nullptr);
    else if (value.isScalar()) results.push_back(give(at::scalar_tensor(value.toScalar(), at::device(at::kCPU).dtype(value.isDouble() ? at::kDouble : at::kLong))));
    else TORCH_CHECK(false, "operator returned a ", value.tagKind(), ", which has no managed form");
}

// The optimizers' loops are compiled for several generations of processors, and the one at hand is chosen when the library is loaded:
// a folder may be copied to another machine. What is inlined into such a function becomes that generation's vector instructions.
#if defined(__x86_64__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif
#define INLINED __attribute__((always_inline))

INLINED inline float root(float x) { return __builtin_sqrtf(x); }
INLINED inline double root(double x) { return __builtin_sqrt(x); }

template <typename Body>
FOR_EACH_PROCESSOR void sweep(const Body& shared, int64_t begin, int64_t end) {
    const Body body = shared;       // a copy of its own, which what is written cannot change
#pragma GCC ivdep
    for (int64_t i = begin; i < end; i++) body(i);
}

// Calls body(i) for every element, on all threads; no two elements may touch the same memory.
template <typename Body>
void each_element(int64_t count, const Body& body) {
    at::parallel_for(0, count, 16384, [&](int64_t begin, int64_t end) { sweep(body, begin, end); });
}

template <typename T>
void adam(T* weight, const T* gradient, T* mean, T* square, T* square_max, int64_t count, const double* o, double step) {
    const T beta1 = o[1], beta2 = o[2], epsilon = o[3], sign = o[5] != 0 ? T(-1) : T(1);
    const T added = o[6] != 0 ? 0 : o[4], kept = o[6] != 0 ? 1 - o[0] * o[4] : 1;   // decay through the gradient, or apart from it
    const T rate = o[0] / (1 - std::pow(o[1], step)), root2 = std::sqrt(1 - std::pow(o[2], step));
    each_element(count, [=](int64_t i) INLINED {
        const T g = sign * gradient[i] + added * weight[i];
        const T m = mean[i] = beta1 * mean[i] + (1 - beta1) * g;
        T v = square[i] = beta2 * square[i] + (1 - beta2) * g * g;
        if (square_max != nullptr) v = square_max[i] = square_max[i] < v ? v : square_max[i];
        weight[i] = kept * weight[i] - rate * m / (root(v) / root2 + epsilon);
    });
}

template <typename T>
void sgd(T* weight, const T* gradient, T* velocity, int64_t count, const double* o, bool first) {
    const T rate = o[5] != 0 ? -o[0] : o[0], momentum = o[1], fresh = first ? 1 : 1 - o[2], decay = o[3], kept = first ? 0 : o[1];
    const bool nesterov = o[4] != 0;
    each_element(count, [=](int64_t i) INLINED {
        T g = gradient[i] + decay * weight[i];
        if (velocity != nullptr) {
            const T v = velocity[i] = (first ? T(0) : kept * velocity[i]) + fresh * g;
            g = nesterov ? g + momentum * v : v;
        }
        weight[i] -= rate * g;
    });
}

template <typename T>
void rmsprop(T* weight, const T* gradient, T* square, T* mean, T* velocity, int64_t count, const double* o) {
    const T rate = o[0], alpha = o[1], epsilon = o[2], decay = o[3], momentum = o[4], sign = o[5] != 0 ? T(-1) : T(1);
    each_element(count, [=](int64_t i) INLINED {
        const T g = sign * gradient[i] + decay * weight[i];
        T v = square[i] = alpha * square[i] + (1 - alpha) * g * g;
        if (mean != nullptr) {
            const T m = mean[i] = alpha * mean[i] + (1 - alpha) * g;
            v -= m * m;
        }
        T step = g / (root(v) + epsilon);
        if (velocity != nullptr) step = velocity[i] = momentum * velocity[i] + step;
        weight[i] -= rate * step;
    });
}

// Runs body<element type>(weight, gradient, row) over the rows of a table of tensors that starts with weight and gradient;
// all of a row are contiguous and of one type.
template <typename Body>
int each_row(const char* name, Impl** table, int64_t columns, int64_t count, Body body) {
    return guarded(-1, [&] {
        for (int64_t i = 0; i < count; i++) {
            Impl** row = table + columns * i;
            const auto weight = borrow(row[0]), gradient = borrow(row[1]).to(weight.scalar_type()).contiguous();
            TORCH_CHECK(weight.is_contiguous() && weight.numel() == gradient.numel(), name, ": a parameter must be contiguous and its gradient of the same size");
            AT_DISPATCH_FLOATING_TYPES(weight.scalar_type(), "optimizer", [&] {
                const auto state = [&](int64_t column) { return row[column] == nullptr ? nullptr : borrow(row[column]).template data_ptr<scalar_t>(); };
                body(weight.data_ptr<scalar_t>(), gradient.data_ptr<scalar_t>(), weight.numel(), i, state);
            });
            weight.unsafeGetTensorImpl()->bump_version();
        }
        return 0;
    });
}

// The gradients of x·Wᵀ + b, whose inputs are x (N, in), W (out, in) and b (out). One node in the recorded graph, where libtorch has
// two and a view: small networks spend their time on such things. It is made of differentiable operators: second derivatives work.
struct LinearGradient : torch::autograd::Node {
    torch::autograd::SavedVariable input, weight;

    torch::autograd::variable_list apply(torch::autograd::variable_list&& outputs) override {
        const at::Tensor& of_output = outputs[0];
        torch::autograd::variable_list of(3);
        if (!of_output.defined()) return of;
        if (task_should_compute_output(0)) of[0] = of_output.mm(weight.unpack());
        if (task_should_compute_output(1)) of[1] = of_output.t().mm(input.unpack());
        if (task_should_compute_output(2)) of[2] = of_output.sum(0);
        return of;
    }

    void release_variables() override {
        input.reset_data();
        weight.reset_data();
    }
};

at::Tensor linear(const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias) {
    if (input.dim() != 2 || weight.dim() != 2 || (bias.defined() && bias.dim() != 1)) return at::linear(input, weight, bias.defined() ? c10::optional<at::Tensor>(bias) : c10::nullopt);
    at::Tensor result;
    {
        at::AutoDispatchBelowADInplaceOrView below_autograd;
        result = bias.defined() ? at::addmm(bias, input, weight.t()) : at::mm(input, weight.t());
    }
    if (!torch::autograd::compute_requires_grad(input, weight, bias)) return result;
    const std::shared_ptr<LinearGradient> node(new LinearGradient(), torch::autograd::deleteNode);
    node->set_next_edges(torch::autograd::collect_next_edges(input, weight, bias));
    if (node->should_compute_output(0)) node->weight = torch::autograd::SavedVariable(weight, false);
    if (node->should_compute_output(1)) node->input = torch::autograd::SavedVariable(input, false);
    torch::autograd::set_history(result, node);
    return result;
}

// A transposed convolution is the input gradient of a convolution (Dumoulin & Visin 2016, section 4), and libtorch computes that
// gradient several times faster than its own transposed convolution. Backward is made of differentiable operators: second derivatives work.
struct TransposedConvolution : torch::autograd::Function<TransposedConvolution> {
    using Sizes = std::vector<int64_t>;

    static at::Tensor forward(torch::autograd::AutogradContext* context, at::Tensor input, at::Tensor weight,
                              Sizes stride, Sizes padding, Sizes output_padding, Sizes dilation, int64_t groups) {
        at::AutoDispatchBelowADInplaceOrView below_autograd;
        context->save_for_backward({input, weight});
        context->saved_data["stride"] = stride;
        context->saved_data["padding"] = padding;
        context->saved_data["dilation"] = dilation;
        context->saved_data["groups"] = groups;
        Sizes size{input.size(0), weight.size(1) * groups};
        for (size_t i = 0; i < stride.size(); i++)
            size.push_back((input.size(2 + i) - 1) * stride[i] - 2 * padding[i] + dilation[i] * (weight.size(2 + i) - 1) + output_padding[i] + 1);
        const auto shape_only = at::empty({1}, input.options()).expand(size);
        return std::get<0>(at::convolution_backward(input, shape_only, weight, c10::nullopt, stride, padding, dilation,
                                                    false, Sizes(stride.size(), 0), groups, {true, false, false}));
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradient) {
        const auto saved = context->get_saved_variables();
        const auto stride = context->saved_data["stride"].toIntVector(), padding = context->saved_data["padding"].toIntVector(),
                   dilation = context->saved_data["dilation"].toIntVector();
        const auto groups = context->saved_data["groups"].toInt();
        const Sizes none(stride.size(), 0);
        at::Tensor of_input, of_weight;
        if (context->needs_input_grad(0))
            of_input = at::convolution(gradient[0], saved[1], c10::nullopt, stride, padding, dilation, false, none, groups);
        if (context->needs_input_grad(1))
            of_weight = std::get<1>(at::convolution_backward(saved[0], gradient[0], saved[1], c10::nullopt, stride, padding, dilation,
                                                             false, none, groups, {false, true, false}));
        return {of_input, of_weight, {}, {}, {}, {}, {}};
    }
};

// Big temporaries stay in the process instead of going back to the system after every step: a page fault costs more than the arithmetic on the page.
// One arena for all threads, since notebook cells run on threads of their own.
__attribute__((constructor)) void keep_memory() {
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 512 << 20);
    mallopt(M_TOP_PAD, 64 << 20);
}

}  // namespace

extern "C" {

const char* ts_error() { return error.c_str(); }
const char* ts_version() { return TORCH_VERSION; }

void* ts_operator(const char* name, const char* overload) {
    return guarded<void*>(nullptr, [&]() -> void* {
        return new c10::OperatorHandle(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload));
    });
}

const char* ts_schema(void* op) {
    static thread_local std::string text;
    return guarded<const char*>(nullptr, [&] {
        text = toString(static_cast<c10::OperatorHandle*>(op)->schema());
        return text.c_str();
    });
}

// Missing trailing arguments take the schema's defaults. The results stay valid until this thread's next call.
int64_t ts_call(void* op, const Argument* arguments, int64_t count, Impl*** out) {
    return guarded<int64_t>(-1, [&]() -> int64_t {
        const auto& handle = *static_cast<c10::OperatorHandle*>(op);
        const auto& formals = handle.schema().arguments();
        torch::jit::Stack stack;
        stack.reserve(formals.size());
        for (size_t i = 0; i < formals.size(); i++) {
            static const Argument unset{Default, {0}, 0};
            stack.push_back(unpack(i < static_cast<size_t>(count) ? arguments[i] : unset, formals[i]));
        }
        handle.callBoxed(&stack);
        results.clear();
        for (const IValue& value : stack) collect(value);
        *out = results.data();
        return static_cast<int64_t>(results.size());
    });
}

void ts_free(Impl* tensor) { c10::intrusive_ptr<Impl, c10::UndefinedTensorImpl>::reclaim(tensor); }
Impl* ts_share(Impl* tensor) { return give(borrow(tensor)); }

// The description of a tensor in one call: dtype, device type, device index, requires_grad, is_leaf, rank, then sizes and strides.
int64_t ts_describe(Impl* impl, int64_t* out, int64_t capacity) {
    return guarded<int64_t>(-1, [&]() -> int64_t {
        const auto t = borrow(impl);
        const int64_t rank = t.dim();
        const int64_t head[] = {static_cast<int64_t>(t.scalar_type()), static_cast<int64_t>(t.device().type()), t.device().index(),
                                t.requires_grad(), t.is_leaf(), rank};
        std::copy(head, head + 6, out);
        for (int64_t i = 0; i < rank && 6 + 2 * rank <= capacity; i++) {
            out[6 + i] = t.size(i);
            out[6 + rank + i] = t.stride(i);
        }
        return 6 + 2 * rank;
    });
}

void* ts_data(Impl* impl) {
    return guarded<void*>(nullptr, [&] { return borrow(impl).data_ptr(); });
}

int ts_set_requires_grad(Impl* impl, int value) {
    return guarded(-1, [&] { borrow(impl).requires_grad_(value != 0); return 0; });
}

int ts_grad(Impl* impl, Impl** out) {
    return guarded(-1, [&] { *out = give(borrow(impl).grad()); return 0; });
}

int ts_set_grad(Impl* impl, Impl* grad) {
    return guarded(-1, [&] { borrow(impl).mutable_grad() = borrow(grad); return 0; });
}

// Sets the gradients of all these tensors to zero, where they have one.
int ts_zero_gradients(Impl** tensors, int64_t count) {
    return guarded(-1, [&] {
        const at::NoGradGuard no_grad;
        for (int64_t i = 0; i < count; i++) {
            at::Tensor gradient = borrow(tensors[i]).grad();
            if (gradient.defined()) gradient.zero_();
        }
        return 0;
    });
}

int ts_set_data(Impl* impl, Impl* data) {
    return guarded(-1, [&] { borrow(impl).set_data(borrow(data)); return 0; });
}

int ts_backward(Impl** outputs, Impl** seeds, int64_t count, int keep_graph, int create_graph) {
    return guarded(-1, [&] {
        torch::autograd::backward(borrow_all(outputs, count), seeds == nullptr ? std::vector<at::Tensor>() : borrow_all(seeds, count),
                                  keep_graph != 0, create_graph != 0);
        return 0;
    });
}

int ts_gradients(Impl** outputs, Impl** seeds, int64_t outputs_count, Impl** inputs, int64_t inputs_count,
                 int keep_graph, int create_graph, int allow_unused, Impl** out) {
    return guarded(-1, [&] {
        auto gradients = torch::autograd::grad(borrow_all(outputs, outputs_count), borrow_all(inputs, inputs_count),
                                               seeds == nullptr ? std::vector<at::Tensor>() : borrow_all(seeds, outputs_count),
                                               keep_graph != 0, create_graph != 0, allow_unused != 0);
        for (size_t i = 0; i < gradients.size(); i++) out[i] = give(gradients[i]);
        return 0;
    });
}

// Input (..., in), weight (out, in), bias (out) or null.
Impl* ts_linear(Impl* input, Impl* weight, Impl* bias) {
    return guarded<Impl*>(nullptr, [&] { return give(linear(borrow(input), borrow(weight), borrow(bias))); });
}

// Input (N, C, ...), weight (C, K / groups, ...); each list has one number a spatial dimension.
Impl* ts_transposed_convolution(Impl* input, Impl* weight, const int64_t* stride, const int64_t* padding, const int64_t* output_padding,
                                const int64_t* dilation, int64_t dimensions, int64_t groups) {
    return guarded<Impl*>(nullptr, [&] {
        const auto list = [&](const int64_t* values) { return std::vector<int64_t>(values, values + dimensions); };
        return give(TransposedConvolution::apply(borrow(input), borrow(weight), list(stride), list(padding), list(output_padding), list(dilation), groups));
    });
}

int ts_grad_mode() { return c10::GradMode::is_enabled(); }
void ts_set_grad_mode(int enabled) { c10::GradMode::set_enabled(enabled != 0); }
void* ts_enter_inference(int enabled) { return new c10::InferenceMode(enabled != 0); }
void ts_leave_inference(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

int ts_threads() { return at::get_num_threads(); }
void ts_set_threads(int count) { at::set_num_threads(count); }

void* ts_generator(uint64_t seed) { return new at::Generator(at::detail::createCPUGenerator(seed)); }
void* ts_default_generator() { return new at::Generator(at::detail::getDefaultCPUGenerator()); }
void ts_free_generator(void* generator) { delete static_cast<at::Generator*>(generator); }
void ts_seed(void* generator, uint64_t seed) { static_cast<at::Generator*>(generator)->set_current_seed(seed); }
uint64_t ts_current_seed(void* generator) { return static_cast<at::Generator*>(generator)->current_seed(); }
Impl* ts_generator_state(void* generator) {
    return guarded<Impl*>(nullptr, [&] { return give(static_cast<at::Generator*>(generator)->get_state()); });
}
int ts_set_generator_state(void* generator, Impl* state) {
    return guarded(-1, [&] { static_cast<at::Generator*>(generator)->set_state(borrow(state)); return 0; });
}

// How much memory goes with this tensor: nothing for a view of another.
int64_t ts_bytes(Impl* impl) {
    return impl->has_storage() && impl->storage().use_count() == 1 ? static_cast<int64_t>(impl->storage().nbytes()) : 0;
}

// One file with one tensor, as torch::save writes it.
int ts_save(Impl* impl, const char* path) {
    return guarded(-1, [&] { torch::save(borrow(impl), path); return 0; });
}

Impl* ts_load(const char* path) {
    return guarded<Impl*>(nullptr, [&] {
        at::Tensor tensor;
        torch::load(tensor, path);
        return give(tensor);
    });
}

// The optimizers' updates, each one pass over all parameters of a group.

// Adam (Kingma & Ba 2015, algorithm 1). options: rate, beta1, beta2, epsilon, decay, maximize, decoupled decay (Loshchilov & Hutter 2019, algorithm 2).
// A row: weight, gradient, mean, square, square's maximum (or null).
int ts_adam(Impl** table, const double* steps, int64_t count, const double* options) {
    return each_row("Adam", table, 5, count, [&](auto* weight, auto* gradient, int64_t size, int64_t i, auto state) {
        adam(weight, gradient, state(2), state(3), state(4), size, options, steps[i]);
    });
}

// Gradient descent. options: rate, momentum, dampening, decay, nesterov, maximize. A row: weight, gradient, velocity (or null).
int ts_sgd(Impl** table, const double* first, int64_t count, const double* options) {
    return each_row("SGD", table, 3, count, [&](auto* weight, auto* gradient, int64_t size, int64_t i, auto state) {
        sgd(weight, gradient, state(2), size, options, first[i] != 0);
    });
}

// RMSProp (Hinton 2012, lecture 6e; centered as in Graves 2013, section 4.2). options: rate, alpha, epsilon, decay, momentum, maximize.
// A row: weight, gradient, mean square, mean (or null), velocity (or null).
int ts_rmsprop(Impl** table, int64_t count, const double* options) {
    return each_row("RMSProp", table, 5, count, [&](auto* weight, auto* gradient, int64_t size, int64_t, auto state) {
        rmsprop(weight, gradient, state(2), state(3), state(4), size, options);
    });
}
}
