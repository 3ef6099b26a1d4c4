import CEncoderKernels
import COneDNN

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the encoder computes. Both ways give the same bits; one is fast.
public enum Arithmetic: String, Sendable {
  /// Integer products by oneDNN, the other steps with what vector instructions the processor has.
  case fast
  /// Plain loops, and only those instructions that every processor of its kind has.
  case plain

  /// `STANCEGRAPH_ARITHMETIC`, `fast` or `plain`; fast if unset.
  public static var fromEnvironment: Arithmetic {
    guard let value = getenv("STANCEGRAPH_ARITHMETIC") else { return .fast }
    return Arithmetic(rawValue: String(cString: value)) ?? .fast
  }

  var kernels: sg_kernels { sg_kernels_for(self == .plain).pointee }

  /// `c = a · bᵀ` of `m`×`k` unsigned and `n`×`k` signed bytes.
  ///
  /// Weights within ±63 keep the sums of two products, which older x86 saturates, within 16 bits.
  func product(
    _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<Int8>, _ c: UnsafeMutablePointer<Int32>, m: Int,
    n: Int, k: Int
  ) {
    if self == .fast {
      sg_one_thread()
      var offset: Int32 = 0
      // "N", "T" and "F" in ASCII: b is transposed, the offset of c is one number.
      let status = dnnl_gemm_u8s8s32(
        78, 84, 70, dnnl_dim_t(m), dnnl_dim_t(n), dnnl_dim_t(k), 1, a, dnnl_dim_t(k), 0, b,
        dnnl_dim_t(k), 0, 0, c, dnnl_dim_t(n), &offset)
      if status == dnnl_success { return }
    }
    sg_integer_product(a, b, c, m, n, k)
  }
}
