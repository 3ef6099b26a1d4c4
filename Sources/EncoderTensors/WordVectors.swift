/// The encoder's vectors of words, as floats and as bytes for the layers that follow.
public final class WordVectors: @unchecked Sendable {
  /// Numbers in each vector.
  public static let width = 384

  public let count: Int
  let floats: Buffer<Float>
  let rows: ByteRows

  init(_ count: Int) {
    self.count = count
    floats = Buffer(count * Self.width)
    rows = ByteRows(count, width: Self.width)
  }

  /// A copy of the vectors of some words, one after the other.
  public func floats(of words: Range<Int>) -> [Float] {
    precondition(words.lowerBound >= 0 && words.upperBound <= count, "\(words) of \(count) words")
    return [Float](
      UnsafeBufferPointer(
        start: floats.start + words.lowerBound * Self.width, count: words.count * Self.width))
  }
}
