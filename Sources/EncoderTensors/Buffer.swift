import CEncoderKernels

/// Memory for `count` numbers, aligned for vectors, freed with its owner. Its numbers begin undefined.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int) {
    self.count = count
    start = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: count)
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }
}

/// Rows of bytes, each with a scale and a zero point.
struct ByteRows: ~Copyable {
  let width: Int
  private let values: Buffer<UInt8>
  private let scales: Buffer<Float>
  private let zeros: Buffer<Int32>

  init(_ count: Int, width: Int) {
    self.width = width
    values = Buffer(count * width)
    scales = Buffer(count)
    zeros = Buffer(count)
  }

  /// The rows from `row` on.
  func from(_ row: Int) -> sg_rows {
    sg_rows(
      values: values.start + row * width, scales: scales.start + row, zeros: zeros.start + row)
  }
}
