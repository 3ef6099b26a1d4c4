import CEncoderKernels

/// The scores of a dependency parser by biaffine attention (Dozat and Manning 2017).
public struct BiaffineParser: Sendable {
  private static let arc = 256
  private static let relation = 128
  private static let view = 2 * arc + 2 * relation

  /// The relations that are scored; their names stand elsewhere.
  public let relations: Int
  private let padded: Int
  private let arithmetic: Arithmetic
  private let views: Linear
  /// The four views of the root, which is a learned vector.
  private let root: [Float]
  private let arcs: MappedArray<Float>
  private let arcBias: MappedArray<Float>
  private let bilinear: Linear
  private let dependentRelations: MappedArray<Float>
  private let headRelations: MappedArray<Float>
  private let relationBias: MappedArray<Float>

  /// - Throws: `Diagnostic` if the file lacks a part or has it in another shape.
  public init(_ file: WeightsFile, relations: Int, by arithmetic: Arithmetic) throws {
    let width = WordVectors.width
    self.relations = relations
    self.arithmetic = arithmetic
    padded = (relations + 7) / 8 * 8
    views = try Linear(file, "parser.views", inputs: width, outputs: Self.view)
    arcs = try file.floats("parser.arc", shape: [Self.arc, Self.arc])
    arcBias = try file.floats("parser.arc_bias", shape: [Self.arc])
    bilinear = try Linear(
      file, "parser.rel", inputs: Self.relation, outputs: relations * Self.relation)
    dependentRelations = try file.floats("parser.rel_dep.weight", shape: [Self.relation, padded])
    headRelations = try file.floats("parser.rel_head.weight", shape: [Self.relation, padded])
    relationBias = try file.floats("parser.rel_dep.bias", shape: [padded])

    let vector = try file.floats("parser.root", shape: [width])
    let rootVector = WordVectors(1)
    arithmetic.kernels.quantise(vector.start, 1, width, rootVector.rows.from(0))
    root = Self.positive(views(rootVector, by: arithmetic), arithmetic)
  }

  private static func positive(_ values: [Float], _ arithmetic: Arithmetic) -> [Float] {
    var values = values
    values.withUnsafeMutableBufferPointer { arithmetic.kernels.leaky($0.baseAddress, $0.count) }
    return values
  }

  /// Four views of each word: as dependent and as head, for arcs and for relations.
  public struct Views: Sendable {
    fileprivate let values: [Float]
  }

  public func views(of words: WordVectors) -> Views {
    Views(values: Self.positive(views(words, by: arithmetic), arithmetic))
  }

  /// The score of every head of every word: `words.count` rows of `words.count` + 1, the root first.
  public func arcScores(_ views: Views, of words: Range<Int>) -> [Float] {
    let n = words.count
    let nodes = (n + 1 + 7) / 8 * 8
    let arc = Self.arc
    check(views, words)
    let kernels = arithmetic.kernels
    let inner = Buffer<Float>(n * arc)
    let heads = Buffer<Float>(arc * nodes)
    let scores = Buffer<Float>(n * nodes)
    let bias = Buffer<Float>(nodes)
    return views.values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress, n > 0 else { return [] }
      let first = start + words.lowerBound * Self.view
      for i in 0..<arc {
        let row = heads.start + i * nodes
        row[0] = root[arc + i]
        for j in 0..<n { row[j + 1] = first[j * Self.view + arc + i] }
        for j in (n + 1)..<max(n + 1, nodes) { row[j] = 0 }
      }
      kernels.product(first, Self.view, arcs.start, inner.start, n, arc, arc)
      kernels.product(inner.start, arc, heads.start, scores.start, n, arc, nodes)
      kernels.product(arcBias.start, arc, heads.start, bias.start, 1, arc, nodes)
      var out = [Float]()
      out.reserveCapacity(n * (n + 1))
      for i in 0..<n {
        for j in 0...n { out.append(scores.start[i * nodes + j] + bias.start[j]) }
      }
      return out
    }
  }

  /// The score of every relation of every word to its head, which is 0 for the root, else the head's
  /// number in the sentence from 1 on: `words.count` rows of `relations`.
  public func relationScores(_ views: Views, of words: Range<Int>, heads: [Int]) -> [Float] {
    let n = words.count
    let width = Self.relation
    check(views, words)
    precondition(
      heads.count == n && heads.allSatisfy { $0 >= 0 && $0 <= n }, "heads outside the sentence")
    let kernels = arithmetic.kernels
    let dependents = Buffer<Float>(n * width)
    let rows = ByteRows(n, width: width)
    let sums = Buffer<Int32>(min(n, rowsAtOnce) * bilinear.outputs)
    let fromDependent = Buffer<Float>(n * padded)
    let fromHead = Buffer<Float>((n + 1) * padded)
    let crossed = Buffer<Float>(relations)
    var out = [Float]()
    out.reserveCapacity(n * relations)
    views.values.withUnsafeBufferPointer { values in
      root.withUnsafeBufferPointer { root in
        guard let start = values.baseAddress, let root = root.baseAddress, n > 0 else { return }
        let first = start + words.lowerBound * Self.view + 2 * Self.arc
        let rootHead = root + 2 * Self.arc + width
        for i in 0..<n {
          (dependents.start + i * width).update(from: first + i * Self.view, count: width)
        }
        kernels.quantise(dependents.start, n, width, rows.from(0))
        kernels.product(
          first, Self.view, dependentRelations.start, fromDependent.start, n, width, padded)
        kernels.product(
          rootHead, Self.view, headRelations.start, fromHead.start, 1, width, padded)
        kernels.product(
          first + width, Self.view, headRelations.start, fromHead.start + padded, n, width, padded)
        for begin in stride(from: 0, to: n, by: rowsAtOnce) {
          let part = min(rowsAtOnce, n - begin)
          bilinear.product(rows.from(begin), count: part, into: sums.start, by: arithmetic)
          for i in begin..<(begin + part) {
            let head = heads[i]
            let view = head == 0 ? rootHead : first + width + (head - 1) * Self.view
            let row = rows.from(i)
            kernels.bilinear(
              sums.start + (i - begin) * bilinear.outputs, row.scales[0], row.zeros[0],
              bilinear.columns, view, relations, width, crossed.start)
            for r in 0..<relations {
              let own = fromDependent.start[i * padded + r] + relationBias[r]
              out.append(crossed.start[r] + own + fromHead.start[head * padded + r])
            }
          }
        }
      }
    }
    return out
  }

  private func check(_ views: Views, _ words: Range<Int>) {
    precondition(
      words.lowerBound >= 0 && words.upperBound * Self.view <= views.values.count,
      "words \(words) outside the views")
  }
}
