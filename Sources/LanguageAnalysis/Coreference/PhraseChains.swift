/// Chains of noun phrases that refer to the same, actors and others alike.
///
/// Each phrase goes to its best antecedent, if that is better than none; a chain never joins phrases whose gender,
/// number or kind conflict, nor a phrase with one that it stands in.
struct PhraseChains {
  /// What a chain's phrases have said of it, as bits.
  private struct Traits: OptionSet {
    let rawValue: UInt8
    static let male = Traits(rawValue: 1)
    static let female = Traits(rawValue: 2)
    static let thing = Traits(rawValue: 4)
    static let singular = Traits(rawValue: 8)
    static let plural = Traits(rawValue: 16)

    func conflicts(with other: Traits) -> Bool {
      let all = union(other)
      return all.isSuperset(of: [.male, .female]) || all.isSuperset(of: [.male, .thing])
        || all.isSuperset(of: [.female, .thing]) || all.isSuperset(of: [.singular, .plural])
    }
  }

  private let ranker: AntecedentRanker
  private var chains: [Int] = []
  private var traits: [Traits] = []
  private var members: [[Int]] = []

  /// The chains of two phrases or more, in the order of their first ones, as ranges of tokens.
  static func chains(_ ranker: AntecedentRanker) -> [[Range<Int>]] {
    var chains = PhraseChains(ranker)
    chains.link()
    return chains.members.filter { $0.count > 1 }.map { chain in
      chain.map { ranker.phrases[$0].phrase.tokens }
    }
  }

  private init(_ ranker: AntecedentRanker) { self.ranker = ranker }

  private mutating func link() {
    for (index, phrase) in ranker.phrases.enumerated() {
      let own = traits(of: phrase)
      let ranked = ranker.antecedents[index].filter { $0.score > AntecedentThreshold.chain }
        .sorted { $0.score != $1.score ? $0.score > $1.score : $0.phrase > $1.phrase }
      let best = ranked.first { fits(phrase, own, into: chains[$0.phrase]) }
      if let best {
        let chain = chains[best.phrase]
        chains.append(chain)
        traits[chain].formUnion(own)
        members[chain].append(index)
      } else {
        chains.append(members.count)
        traits.append(own)
        members.append([index])
      }
    }
  }

  private func fits(_ phrase: PhraseFeatures, _ own: Traits, into chain: Int) -> Bool {
    guard !traits[chain].conflicts(with: own) else { return false }
    // The last ones suffice: what holds a phrase stands beside it.
    return !members[chain].suffix(4).contains {
      let other = ranker.phrases[$0]
      return other.sentence == phrase.sentence && other.phrase.tokens.overlaps(phrase.phrase.tokens)
        && !phrase.kind.isPronoun
    }
  }

  private func traits(of phrase: PhraseFeatures) -> Traits {
    switch phrase.kind {
    case .he: [.male, .singular]
    case .she: [.female, .singular]
    case .it: [.thing, .singular]
    case .first: [.singular]
    case .weFirst, .they, .you, .this, .otherPronoun, .list: []
    default: phrase.number == 2 ? [.plural] : []
    }
  }
}
