import CEncoderKernels

/// Scores of phrases referring to the same as phrases before them, from the vectors of the words that stand
/// for them and from features of both (word-level coreference: Dobrovolskii 2021).
public struct AntecedentScorer: Sendable {
  /// Numbers of each of a phrase's four views: as anaphor and as antecedent, for the product and for the sum.
  public static let width = 32
  private static let own = 2

  /// A word's numbers: the score of a cue of attribution (it teaches the encoder; the rules find cues better),
  /// that of referring to nothing before, and four views.
  public struct Views: Sendable {
    public private(set) var values: [Float] = []
    public static let width = (own + 4 * AntecedentScorer.width + 7) / 8 * 8

    public init() {}

    public var count: Int { values.count / Self.width }

    /// Adds the numbers of some words of others.
    public mutating func append(_ word: Int, of views: Views) {
      values += views.values[(word * Self.width)..<((word + 1) * Self.width)]
    }

    fileprivate init(values: [Float]) { self.values = values }
    fileprivate func none(_ word: Int) -> Float { values[word * Self.width + 1] }
    fileprivate func start(_ word: Int, _ view: Int) -> Int {
      word * Self.width + own + view * AntecedentScorer.width
    }
  }

  private let words: Linear
  private let product: MappedArray<Float>
  private let pair: MappedArray<Float>
  private let out: MappedArray<Float>
  private let bias: Float
  private let ownFeatures: MappedArray<Float>
  private let arithmetic: Arithmetic

  /// - Parameters:
  ///   - pairFeatures: how many features a pair may have.
  ///   - ownFeatures: how many a phrase may have.
  /// - Throws: `Diagnostic` if the file lacks a part or has it in another shape.
  public init(
    _ file: WeightsFile, pairFeatures: Int, ownFeatures: Int, by arithmetic: Arithmetic
  ) throws {
    let width = Self.width
    self.arithmetic = arithmetic
    words = try Linear(
      file, "coreference.words", inputs: WordVectors.width, outputs: Views.width)
    product = try file.floats("coreference.product", shape: [width, width])
    pair = try file.floats("coreference.pair", shape: [pairFeatures, width])
    out = try file.floats("coreference.out", shape: [width])
    bias = try file.floats("coreference.out_bias", shape: [1])[0]
    self.ownFeatures = try file.floats("coreference.own", shape: [ownFeatures])
  }

  public func views(of vectors: WordVectors) -> Views {
    Views(values: words(vectors, by: arithmetic))
  }

  /// The score of referring to nothing before.
  public func none(_ word: Int, _ views: Views, features: [Int]) -> Float {
    features.reduce(views.none(word)) { $0 + ownFeatures[$1] }
  }

  /// The scores of an anaphor with its candidates.
  /// - Parameters:
  ///   - anaphor: a word of `views`.
  ///   - candidates: words of `views`.
  ///   - features: of each pair, `candidates.count` rows of `features.count / candidates.count`.
  public func scores(_ anaphor: Int, _ candidates: [Int], _ views: Views, features: [Int])
    -> [Float]
  {
    let count = candidates.count
    guard count > 0 else { return [] }
    let width = Self.width
    let each = features.count / count
    let crossed = Buffer<Float>(count * width)
    let hidden = Buffer<Float>(count * width)
    return views.values.withUnsafeBufferPointer { values in
      let a = views.start(anaphor, 0)
      let p = views.start(anaphor, 2)
      for (row, candidate) in candidates.enumerated() {
        let b = views.start(candidate, 1)
        for i in 0..<width { crossed.start[row * width + i] = values[a + i] * values[b + i] }
      }
      arithmetic.kernels.product(
        crossed.start, width, product.start, hidden.start, count, width, width)
      return candidates.indices.map { row in
        let q = views.start(candidates[row], 3)
        let h = hidden.start + row * width
        for i in 0..<width { h[i] += values[p + i] + values[q + i] }
        for feature in features[(row * each)..<((row + 1) * each)] {
          precondition(feature >= 0 && (feature + 1) * width <= pair.count, "feature \(feature)")
          let weights = pair.start + feature * width
          for i in 0..<width { h[i] += weights[i] }
        }
        var score = bias
        for i in 0..<width { score += max(0, h[i]) * out.start[i] }
        return score
      }
    }
  }
}
