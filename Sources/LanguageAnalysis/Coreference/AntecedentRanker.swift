/// Scores noun phrases with the phrases before them: how surely both refer to the same.
///
/// Word-level coreference (Dobrovolskii 2021): a phrase is represented by the encoder's vector of its head.
/// Each phrase is compared with those not far before it, and with earlier ones that have the same head.
struct AntecedentRanker {
  /// A phrase before, and its score over that of referring to nothing before.
  struct Antecedent {
    var phrase: Int
    var score: Float
  }

  /// So many phrases before a phrase are its candidates, and so many more with the same head before those.
  private static let near = 50
  private static let same = 14

  private(set) var phrases: [PhraseFeatures] = []
  private let views: TokenViews
  private var byHead: [[Int]] = []
  /// What is less likely than this beside nothing counts for nothing.
  private static let floor: Float = -6
  /// The candidates of each phrase that are not out of the question, in text order.
  private(set) var antecedents: [[Antecedent]] = []

  init(tree: SyntaxTree, sentences: [Sentence], views: TokenViews) {
    self.views = views
    var words = Interner()
    var isQuoted = false
    var quoted = [Bool](repeating: false, count: tree.count)
    for token in 0..<tree.count {
      switch tree.tokens.forms[token] {
      case "“", "``": isQuoted = true
      case "”", "''": isQuoted = false
      case "\"": isQuoted.toggle()
      default: break
      }
      quoted[token] = isQuoted
    }
    for (number, sentence) in sentences.enumerated() {
      for phrase in tree.nounPhrases(in: sentence.tokens.clamped(to: 0..<tree.count))
      where views.contains(phrase.word) {
        phrases.append(
          PhraseFeatures(
            phrase, sentence: number, isQuoted: quoted[phrase.word], in: tree, words: &words))
      }
    }
    byHead = [[Int]](repeating: [], count: words.count)
    for (index, phrase) in phrases.enumerated() { byHead[phrase.head].append(index) }
    antecedents = phrases.indices.map { index in
      candidates(of: index).filter { $0.score > Self.floor }
    }
  }

  /// All candidates of a phrase with their scores, in text order.
  func candidates(of index: Int) -> [Antecedent] {
    let phrase = phrases[index]
    let first = max(0, index - Self.near)
    let alike = byHead[phrase.head]
    let far = alike[..<alike.place(of: first)].suffix(Self.same)
    let candidates = far + (first..<index)
    guard !candidates.isEmpty else { return [] }
    var features: [Int] = []
    features.reserveCapacity(candidates.count * 14)
    for candidate in candidates {
      phrase.appendPair(with: phrases[candidate], between: index - candidate, to: &features)
    }
    let none = views.none(phrase.phrase.word, features: phrase.own)
    let scores = views.scores(
      phrase.phrase.word, candidates.map { phrases[$0].phrase.word }, features: features)
    return zip(candidates, scores).map { Antecedent(phrase: $0, score: $1 - none) }
  }
}

extension [Int] {
  /// How many elements of this sorted array are less than a number.
  fileprivate func place(of number: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
