public import EncoderTensors

/// Tags, lemmas, dependency trees and names of tokenised English sentences, by one small transformer with
/// a head for each layer of annotation (`training/` makes it).
///
/// A sentence's analysis depends on its words alone: not on the sentences beside it, on the machine or on
/// the number of threads.
public final class Encoder: Sendable {
  /// The analysis of one sentence; each column has one element for each word.
  public struct Output: Sendable {
    public var upos: [UPOS] = []
    public var xpos: [String] = []
    /// UD features, `Number=Sing|Person=3`, or `_`.
    public var features: [String] = []
    /// Never empty.
    public var lemmas: [String] = []
    /// The number of each word's head, from 1 on; 0 at the root. They form a tree with one root.
    public var heads: [Int] = []
    /// UD relations with subtypes; `root` at the root and nowhere else.
    public var relations: [String] = []
    /// Names as ranges of words, in order.
    public var names: [NamePhrase] = []
    /// The encoder's vector of each word, `WordVectors.width` numbers each, where they were asked for.
    public var vectors: [Float] = []
    /// The words that may stand for a noun phrase or report, and what coreference and quotations compare of them.
    var viewed: [Int] = []
    var views = AntecedentScorer.Views()
  }

  /// So many pieces are encoded at once; more gain nothing and take memory.
  private static let batchSize = 512

  let file: WeightsFile
  private let arithmetic: Arithmetic
  let wordPiece: WordPiece
  private let transformer: Transformer
  let labels: Labels
  private let lemmas: LemmaTable
  let tags: Linear
  private let parser: BiaffineParser
  let antecedents: AntecedentScorer

  /// Maps the weights into memory, which takes a few milliseconds.
  /// - Parameters:
  ///   - path: A file that `training/export.py` wrote.
  ///   - verbs: Lemmas of verbs that inflected forms may come from, beside those of the training data.
  /// - Throws: `Diagnostic` if the file is missing, cut short, damaged or of another version.
  public init(
    weights path: String, verbs: Set<String> = [], arithmetic: Arithmetic = .fromEnvironment
  ) throws {
    file = try WeightsFile(path)
    self.arithmetic = arithmetic
    wordPiece = try WordPiece(file)
    labels = try Labels(file)
    lemmas = try LemmaTable(file, verbs: verbs)
    transformer = try Transformer(file, vocabulary: wordPiece.count)
    tags = try Linear(
      file, "tags", inputs: WordVectors.width, outputs: (labels.tagCount + 7) / 8 * 8)
    parser = try BiaffineParser(file, relations: labels.relations.count, by: arithmetic)
    antecedents = try AntecedentScorer(
      file, pairFeatures: PhraseFeatures.pairCount, ownFeatures: PhraseFeatures.ownCount,
      by: arithmetic)
  }

  /// Analyses sentences.
  /// - Parameters:
  ///   - sentences: The forms of each sentence's words.
  ///   - vectors: Whether the words' vectors are wanted.
  /// - Returns: One analysis for each sentence. A sentence of more than `Transformer.longest` pieces is
  ///   read in parts; the later parts' roots hang on the first one's as `parataxis`.
  public func encode(_ sentences: [[String]], vectors: Bool = false) -> [Output] {
    var outputs = [Output](repeating: Output(), count: sentences.count)
    var batch = PieceBatch()
    var parts: [Int] = []

    func flush() {
      guard !batch.words.isEmpty else { return }
      read(batch) { number, words, scores in
        let sentence = parts[number]
        let done = outputs[sentence].heads.count
        let forms = sentences[sentence][done..<(done + words.count)]
        append(forms, scores, words, vectors: vectors, to: &outputs[sentence])
      }
      batch = PieceBatch()
      parts.removeAll(keepingCapacity: true)
    }

    for (number, words) in sentences.enumerated() {
      var word = 0
      while word < words.count {
        if !(batch.pieces.isEmpty || fits(words[word...], beside: batch)) { flush() }
        word += add(words[word...], to: &batch)
        parts.append(number)
      }
    }
    flush()
    return outputs
  }

  private func fits(_ words: ArraySlice<String>, beside batch: PieceBatch) -> Bool {
    // Some three letters make a piece; a batch that grows a little beyond its size does no harm.
    let letters = words.prefix(Self.batchSize).reduce(0) { $0 + $1.utf8.count }
    return batch.pieces.count + max(words.count, letters / 4) <= Self.batchSize
  }

  /// Adds words as one sentence, as many as it may have, and returns how many.
  private func add(_ words: ArraySlice<String>, to batch: inout PieceBatch) -> Int {
    let first = batch.pieces.count
    var count = 0
    batch.pieces.append(wordPiece.start)
    batch.cases.append(LetterCase.other.rawValue)
    for word in words {
      let pieces = wordPiece.pieces(word)
      guard batch.pieces.count + pieces.count + 1 - first <= Transformer.longest else { break }
      batch.words.append(Int32(batch.pieces.count))
      batch.pieces.append(contentsOf: pieces)
      batch.cases.append(
        contentsOf: repeatElement(LetterCase(word).rawValue, count: pieces.count))
      count += 1
    }
    batch.pieces.append(wordPiece.end)
    batch.cases.append(LetterCase.other.rawValue)
    batch.sentences.append(first..<batch.pieces.count)
    batch.wordCounts.append(count)
    return count
  }

  /// What the heads say of a batch, before anything is decided.
  struct Scores {
    var vectors: WordVectors
    /// A row of `tagCount` scores, filled up to a multiple of 8, for each word.
    var tags: [Float]
    var views: BiaffineParser.Views
    var words: AntecedentScorer.Views
  }

  /// Encodes a batch and hands over each of its sentences: its number and the range of its words.
  private func read(_ batch: PieceBatch, sentence: (Int, Range<Int>, Scores) -> Void) {
    let vectors = transformer(batch, by: arithmetic)
    let scores = Scores(
      vectors: vectors, tags: tags(vectors, by: arithmetic), views: parser.views(of: vectors),
      words: antecedents.views(of: vectors))
    var first = 0
    for (number, count) in batch.wordCounts.enumerated() {
      sentence(number, first..<(first + count), scores)
      first += count
    }
  }

  /// What the heads say of one sentence, before anything is decided; for comparison with the training
  /// code. `heads` are those for which the relations are scored.
  func scores(of words: [String], heads: [Int]) -> (
    tags: [Float], arcs: [Float], relations: [Float], views: [Float]
  ) {
    var batch = PieceBatch()
    let range = 0..<add(words[...], to: &batch)
    var tags: [Float] = []
    var arcs: [Float] = []
    var relations: [Float] = []
    var views: [Float] = []
    read(batch) { _, _, scores in
      tags = scores.tags
      arcs = parser.arcScores(scores.views, of: range)
      relations = parser.relationScores(scores.views, of: range, heads: heads)
      views = scores.words.values
    }
    return (tags, arcs, relations, views)
  }

  private func append(
    _ forms: ArraySlice<String>, _ scores: Scores, _ words: Range<Int>, vectors: Bool,
    to output: inout Output
  ) {
    let width = tags.outputs
    var names: [Float] = []
    for (form, word) in zip(forms, words) {
      func best(_ range: Range<Int>) -> Int {
        scores.tags.indexOfGreatest(
          in: (word * width + range.lowerBound)..<(word * width + range.upperBound))
      }
      let upos = labels.upos[best(labels.uposRange)]
      let xpos = labels.xpos[best(labels.xposRange)]
      output.upos.append(upos)
      if Self.isViewed(upos) {
        output.viewed.append(output.upos.count - 1)
        output.views.append(word, of: scores.words)
      }
      output.xpos.append(xpos)
      output.features.append(labels.features[best(labels.featuresRange)])
      let guess = labels.scripts[best(labels.scriptsRange)].lemma(of: form)
      output.lemmas.append(lemmas.lemma(of: form, upos: upos, xpos: xpos, guess: guess))
      names +=
        scores.tags[
          (word * width + labels.namesRange.lowerBound)..<(word * width
            + labels.namesRange.upperBound)]
    }
    let done = output.heads.count
    for name in NameTag.names(names, labels.names) {
      output.names.append(
        NamePhrase(
          words: (name.words.lowerBound + done)..<(name.words.upperBound + done), type: name.type))
    }
    parse(scores, words, to: &output)
    if vectors { output.vectors += scores.vectors.floats(of: words) }
  }

  /// Parts of speech that head noun phrases or join them.
  private static func isViewed(_ upos: UPOS) -> Bool {
    switch upos {
    case .noun, .propn, .pron, .det, .num, .adj, .cconj: true
    default: false
    }
  }

  private func parse(_ scores: Scores, _ words: Range<Int>, to output: inout Output) {
    let arcs = parser.arcScores(scores.views, of: words)
    let heads = maximumSpanningTree(scores: arcs, count: words.count)
    let relations = parser.relationScores(scores.views, of: words, heads: heads)
    let count = labels.relations.count
    let done = output.heads.count
    let root = output.heads.firstIndex(of: 0)
    for (word, head) in heads.enumerated() {
      if head == 0 {
        output.heads.append(root.map { $0 + 1 } ?? 0)
        output.relations.append(root == nil ? "root" : "parataxis")
      } else {
        let best = relations.indexOfGreatest(
          in: (word * count)..<((word + 1) * count), except: labels.root)
        output.heads.append(head + done)
        output.relations.append(labels.relations[best])
      }
    }
  }
}

extension [Float] {
  /// The place of the greatest number in a range, counted from its begin; of equals the first.
  fileprivate func indexOfGreatest(in range: Range<Int>, except: Int? = nil) -> Int {
    var best = except == 0 ? 1 : 0
    for i in 0..<range.count
    where i != except && self[range.lowerBound + i] > self[range.lowerBound + best] { best = i }
    return best
  }
}
