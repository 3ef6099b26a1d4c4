/// What the antecedent scorer says of an actor's pronoun or definite phrase.
extension CoreferenceResolver {
  /// How likely an anaphor is to refer to each chain of actors, likeliest first; what is left of 1 goes to things
  /// that are no actors, and to nothing.
  func likelihoods(of head: Int, allowing isPossible: (Referent) -> Bool)
    -> [(referent: Referent, likelihood: Float)]
  {
    guard let ranker, let phrase = phraseByWord[head] else { return [] }
    let antecedents = ranker.antecedents[phrase]
    let highest = max(0, antecedents.map(\.score).max() ?? 0)
    let weights = antecedents.map { Self.exponential($0.score - highest) }
    let total = weights.reduce(Self.exponential(-highest), +)
    var chains: [(referent: Referent, likelihood: Float)] = []
    // Nearest first: a chain is represented by its last member.
    for (antecedent, weight) in zip(antecedents, weights).reversed() {
      guard let place = referentByHead[ranker.phrases[antecedent.phrase].phrase.word] else {
        continue
      }
      let referent = referents[place]
      if let known = chains.firstIndex(where: {
        clusters[$0.referent.mention] == clusters[referent.mention]
      }) {
        chains[known].likelihood += weight / total
      } else if isPossible(referent) {
        chains.append((referent, weight / total))
      }
    }
    return chains.sorted {
      $0.likelihood != $1.likelihood
        ? $0.likelihood > $1.likelihood : $0.referent.head > $1.referent.head
    }
  }

  /// The likeliest chain, if it is at least so likely.
  func likeliest(_ head: Int, atLeast floor: Float, allowing isPossible: (Referent) -> Bool)
    -> Referent?
  {
    guard let first = likelihoods(of: head, allowing: isPossible).first, first.likelihood >= floor
    else { return nil }
    return first.referent
  }

  /// The exponential function of a number of at most 0, the same on every machine: a power of (1 + x / 1024).
  private static func exponential(_ x: Float) -> Float {
    guard x > -30 else { return 0 }
    var power = 1 + x / 1024
    for _ in 0..<10 { power *= power }
    return power
  }
}

/// How likely an antecedent must be. Chosen on the articles whose anaphora are annotated (`evaluation/coreference`), and on
/// GUM's dev part for the chains.
enum AntecedentThreshold {
  static let person: Float = 0.4
  static let thing: Float = 0.4
  /// A definite phrase that no rule resolves; and one that rules are not asked for.
  static let nominal: Float = 0.35
  static let sureNominal: Float = 0.9
  /// The score over that of referring to nothing, for chains of any noun phrases.
  static let chain: Float = -1
}
