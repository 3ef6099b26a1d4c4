import CEncoderKernels

/// Sentences as WordPieces, one after the other without padding.
public struct PieceBatch: Sendable {
  public var pieces: [Int32] = []
  /// The letter case of each piece's word.
  public var cases: [UInt8] = []
  /// The range of each sentence's pieces; they are contiguous.
  public var sentences: [Range<Int>] = []
  /// The first piece of each word of all sentences, in order.
  public var words: [Int32] = []
  /// How many words each sentence has.
  public var wordCounts: [Int] = []

  public init() {}
}

/// A transformer encoder (Vaswani et al. 2017; MiniLM, Wang et al. 2020) with products of bytes:
/// activations are quantised row by row (asymmetric, eight bits), so that a sentence's vectors do not
/// depend on the sentences read with it.
public struct Transformer: Sendable {
  /// The most pieces of a sentence.
  public static let longest = 510

  private struct Norm: Sendable {
    let gain: MappedArray<Float>
    let shift: MappedArray<Float>

    init(_ file: WeightsFile, _ name: String) throws {
      gain = try file.floats("\(name).weight", shape: [WordVectors.width])
      shift = try file.floats("\(name).bias", shape: [WordVectors.width])
    }
  }

  private struct Layer: Sendable {
    let qkv: Linear, out: Linear, up: Linear, down: Linear
    let norm1: Norm, norm2: Norm

    init(_ file: WeightsFile, _ name: String) throws {
      let width = WordVectors.width
      qkv = try Linear(file, "\(name).qkv", inputs: width, outputs: 3 * width)
      out = try Linear(file, "\(name).out", inputs: width, outputs: width)
      norm1 = try Norm(file, "\(name).norm1")
      up = try Linear(file, "\(name).up", inputs: width, outputs: 4 * width)
      down = try Linear(file, "\(name).down", inputs: 4 * width, outputs: width)
      norm2 = try Norm(file, "\(name).norm2")
    }
  }

  private let words: MappedArray<Int8>
  private let wordScales: MappedArray<Float>
  private let cases: MappedArray<Float>
  private let positions: MappedArray<Float>
  private let norm: Norm
  private let layers: [Layer]
  private let vocabulary: Int

  /// - Throws: `Diagnostic` if the file lacks a layer or has it in another shape.
  public init(_ file: WeightsFile, vocabulary: Int) throws {
    let width = WordVectors.width
    self.vocabulary = vocabulary
    words = try file.bytes("encoder.words.weight", shape: [vocabulary, width])
    wordScales = try file.floats("encoder.words.scale", shape: [vocabulary])
    cases = try file.floats("encoder.cases", shape: [6, width])
    positions = try file.floats("encoder.positions", shape: [512, width])
    norm = try Norm(file, "encoder.norm")
    layers = try (0..<6).map { try Layer(file, "encoder.layers.\($0)") }
  }

  /// The vector of each word's first piece.
  public func callAsFunction(_ batch: PieceBatch, by arithmetic: Arithmetic) -> WordVectors {
    check(batch)
    let width = WordVectors.width
    let inner = 4 * width
    let count = batch.pieces.count
    let kernels = arithmetic.kernels
    let vectors = WordVectors(batch.words.count)
    let x = Buffer<Float>(count * width)
    let rows = ByteRows(count, width: width)
    let qkv = Buffer<Float>(count * 3 * width)
    let attended = Buffer<Float>(count * width)
    let attendedRows = ByteRows(min(count, rowsAtOnce), width: width)
    let innerRows = ByteRows(min(count, rowsAtOnce), width: inner)
    let sums = Buffer<Int32>(min(count, rowsAtOnce) * inner)
    let longest = batch.sentences.map(\.count).max() ?? 0
    let scratch = Buffer<Float>(sg_attention_scratch(longest))

    embed(batch, x: x.start, rows: rows.from(0), kernels)

    for (number, layer) in layers.enumerated() {
      for first in stride(from: 0, to: count, by: rowsAtOnce) {
        let part = min(rowsAtOnce, count - first)
        layer.qkv.product(rows.from(first), count: part, into: sums.start, by: arithmetic)
        kernels.dequantise(
          sums.start, part, 3 * width, rows.from(first), layer.qkv.columns,
          qkv.start + first * 3 * width)
      }
      // Nobody reads the last layer's vectors of pieces that begin no word.
      let isLast = number == layers.count - 1
      attend(
        batch, toWordsOnly: isLast, qkv: qkv.start, scratch: scratch.start, out: attended.start,
        kernels)
      if isLast {
        for (word, piece) in batch.words.enumerated() {
          (vectors.floats.start + word * width).update(
            from: x.start + Int(piece) * width, count: width)
        }
      }
      let left = isLast ? batch.words.count : count
      let stream = isLast ? vectors.floats.start : x.start
      for first in stride(from: 0, to: left, by: rowsAtOnce) {
        let part = min(rowsAtOnce, left - first)
        let target = isLast ? vectors.rows.from(first) : rows.from(first)
        let values = stream + first * width
        kernels.quantise(attended.start + first * width, part, width, attendedRows.from(0))
        layer.out.product(attendedRows.from(0), count: part, into: sums.start, by: arithmetic)
        kernels.residual_norm(
          sums.start, part, attendedRows.from(0), layer.out.columns, layer.norm1.gain.start,
          layer.norm1.shift.start, values, target)
        layer.up.product(target, count: part, into: sums.start, by: arithmetic)
        kernels.gelu(
          sums.start, part, inner, target, layer.up.columns, innerRows.from(0))
        layer.down.product(innerRows.from(0), count: part, into: sums.start, by: arithmetic)
        kernels.residual_norm(
          sums.start, part, innerRows.from(0), layer.down.columns, layer.norm2.gain.start,
          layer.norm2.shift.start, values, target)
      }
    }
    return vectors
  }

  /// The kernels index tables with these numbers, unchecked.
  private func check(_ batch: PieceBatch) {
    let count = batch.pieces.count
    precondition(batch.cases.count == count, "\(batch.cases.count) cases of \(count) pieces")
    precondition(
      batch.pieces.allSatisfy { $0 >= 0 && $0 < vocabulary } && batch.cases.allSatisfy { $0 < 6 },
      "a piece or a letter case that does not exist")
    var end = 0
    var word = 0
    for (sentence, words) in zip(batch.sentences, batch.wordCounts) {
      precondition(
        sentence.lowerBound == end && sentence.count <= Self.longest && words >= 0
          && word + words <= batch.words.count
          && batch.words[word..<(word + words)].allSatisfy { sentence.contains(Int($0)) },
        "sentences that do not follow each other, or are too long")
      end = sentence.upperBound
      word += words
    }
    precondition(
      end == count && word == batch.words.count
        && batch.sentences.count == batch.wordCounts.count, "pieces or words of no sentence")
  }

  private func embed(
    _ batch: PieceBatch, x: UnsafeMutablePointer<Float>, rows: sg_rows, _ kernels: sg_kernels
  ) {
    var tables = sg_embeddings(
      words: words.start, word_scales: wordScales.start, cases: cases.start,
      positions: positions.start, gain: norm.gain.start, shift: norm.shift.start)
    let places = batch.sentences.flatMap { (0..<Int32($0.count)) }
    batch.pieces.withUnsafeBufferPointer { pieces in
      batch.cases.withUnsafeBufferPointer { cases in
        places.withUnsafeBufferPointer { places in
          kernels.embed(
            &tables, pieces.baseAddress, cases.baseAddress, places.baseAddress, pieces.count, x,
            rows)
        }
      }
    }
  }

  /// Attention inside each sentence: a row of `out` for each piece, or for each word's first piece.
  private func attend(
    _ batch: PieceBatch, toWordsOnly: Bool, qkv: UnsafePointer<Float>,
    scratch: UnsafeMutablePointer<Float>, out: UnsafeMutablePointer<Float>, _ kernels: sg_kernels
  ) {
    var written = 0
    var word = 0
    for (sentence, wordCount) in zip(batch.sentences, batch.wordCounts) {
      let queries: [Int32] =
        toWordsOnly
        ? batch.words[word..<(word + wordCount)].map { $0 - Int32(sentence.lowerBound) }
        : Array(0..<Int32(sentence.count))
      word += wordCount
      queries.withUnsafeBufferPointer {
        kernels.attention(
          qkv + sentence.lowerBound * 3 * WordVectors.width, sentence.count, $0.baseAddress,
          $0.count, scratch, out + written * WordVectors.width)
      }
      written += queries.count
    }
  }
}
