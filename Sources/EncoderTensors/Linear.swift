import CEncoderKernels

/// A linear layer with weights in bytes and one scale for each output.
///
/// Sections of the file: `NAME.weight` (outputs × inputs), `NAME.scale`, `NAME.sum` (of each output's
/// weights), `NAME.bias`.
public struct Linear: Sendable {
  public let inputs: Int
  public let outputs: Int
  private let weights: MappedArray<Int8>
  private let scales: MappedArray<Float>
  private let sums: MappedArray<Int32>
  private let bias: MappedArray<Float>

  /// - Throws: `Diagnostic` if the file lacks the layer or has it in another shape.
  public init(_ file: WeightsFile, _ name: String, inputs: Int, outputs: Int) throws {
    self.inputs = inputs
    self.outputs = outputs
    weights = try file.bytes("\(name).weight", shape: [outputs, inputs])
    scales = try file.floats("\(name).scale", shape: [outputs])
    sums = try file.integers("\(name).sum", shape: [outputs])
    bias = try file.floats("\(name).bias", shape: [outputs])
  }

  var columns: sg_columns {
    sg_columns(scales: scales.start, sums: sums.start, bias: bias.start)
  }

  /// The integer sums of `count` rows.
  func product(
    _ rows: sg_rows, count: Int, into sums: UnsafeMutablePointer<Int32>, by arithmetic: Arithmetic
  ) {
    arithmetic.product(
      rows.values, weights.start, sums, m: count, n: outputs, k: inputs)
  }

  /// The outputs for each row of `vectors`, one row after the other.
  public func callAsFunction(_ vectors: WordVectors, by arithmetic: Arithmetic) -> [Float] {
    let count = vectors.count
    let chunk = min(count, rowsAtOnce)
    precondition(inputs == WordVectors.width, "\(inputs) inputs, vectors of \(WordVectors.width)")
    let kernels = arithmetic.kernels
    let sums = Buffer<Int32>(chunk * outputs)
    return [Float](unsafeUninitializedCapacity: count * outputs) { out, written in
      written = count * outputs
      guard let out = out.baseAddress else { return }
      for first in stride(from: 0, to: count, by: rowsAtOnce) {
        let part = min(rowsAtOnce, count - first)
        let rows = vectors.rows.from(first)
        product(rows, count: part, into: sums.start, by: arithmetic)
        kernels.dequantise(
          sums.start, part, outputs, rows, columns, out + first * outputs)
      }
    }
  }
}

/// So many rows of sums stay in the second-level cache between a product and what follows it.
let rowsAtOnce = 64
