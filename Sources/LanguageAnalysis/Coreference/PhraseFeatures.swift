/// What the antecedent scorer compares of noun phrases, as `training/coreference.py` does.
///
/// The features are those of the classic systems (Lee et al. 2013; Clark and Manning 2016): kind of phrase, number,
/// grammatical role, head, modifiers, names, distance, nesting.
struct PhraseFeatures {
  /// The kinds, in the order of the weights.
  enum Kind: Int, CaseIterable {
    case first, weFirst, you, he, she, it, they, this, otherPronoun, name, the, demonstrative
    case owned, indefinite, bare, list

    var isPronoun: Bool { rawValue < Kind.otherPronoun.rawValue }
  }

  private static let roles = 7
  /// The number of values of each feature of a pair, in the order of `pair`.
  private static let sizes = [
    Kind.allCases.count * Kind.allCases.count, 10, 10, 20, roles * roles, 4, 3, 5, 9, 3, 2, 4, 9, 2,
  ]
  private static let offsets = sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  static let pairCount = sizes.reduce(0, +)
  static let ownCount = Kind.allCases.count + roles + 3 + 2

  var phrase: NounPhrase
  var sentence: Int
  var kind: Kind
  /// 0 unknown, 1 singular, 2 plural.
  var number: Int
  private(set) var role: Int
  var isQuoted: Bool
  /// Interned strings: the head, the words that tell, the last of the names; -1 where there is none.
  private(set) var head: Int
  private var text: Int
  private var last: Int
  /// Interned words, sorted.
  private var said: [Int]
  private var names: [Int]

  init(
    _ phrase: NounPhrase, sentence: Int, isQuoted: Bool, in tree: SyntaxTree,
    words: inout Interner
  ) {
    let tokens = tree.tokens
    let word = phrase.word
    self.phrase = phrase
    self.sentence = sentence
    self.isQuoted = isQuoted
    let forms = phrase.tokens.map { tokens.forms[$0].lowercased() }
    let form = tokens.forms[word].lowercased()
    kind = Self.kind(of: phrase, forms.first ?? form, form, in: tree)
    let isPlural =
      kind == .weFirst || kind == .they || kind == .list
      || ["NNS", "NNPS"].contains(tokens.xpos[word]) || ["these", "those"].contains(form)
    number = kind == .you || kind == .otherPronoun ? 0 : isPlural ? 2 : 1
    role = Self.role(of: word, in: tree)
    let whole = kind == .list || kind.isPronoun
    head = words.number(
      of: whole ? forms.joined(separator: " ") : tokens.lemmas[word].lowercased())
    let telling: [UPOS] = [.noun, .propn, .adj, .num, .verb, .x, .adv]
    let told = zip(phrase.tokens, forms).filter { telling.contains(tokens.upos[$0.0]) }.map(\.1)
    text = words.number(of: (told.isEmpty ? forms : told).joined(separator: " "))
    said = words.set(of: told)
    let named = zip(phrase.tokens, forms).filter { tokens.upos[$0.0] == .propn }.map(\.1)
    names = words.set(of: named)
    last = named.last.map { words.number(of: $0) } ?? -1
  }

  private static func kind(
    of phrase: NounPhrase, _ first: String, _ form: String, in tree: SyntaxTree
  ) -> Kind {
    switch tree.tokens.upos[phrase.word] {
    case .cconj: return .list
    case .pron, .det: return pronouns[form] ?? .otherPronoun
    case .propn: return .name
    default: break
    }
    if first == "the" { return .the }
    if ["this", "that", "these", "those", "such"].contains(first) { return .demonstrative }
    if tree.possessor(of: phrase.word) != nil { return .owned }
    if ["a", "an", "some", "another", "any", "no"].contains(first) { return .indefinite }
    return .bare
  }

  private static let pronouns: [String: Kind] = {
    let rows: [(Kind, String)] = [
      (.first, "i me my mine myself"), (.weFirst, "we us our ours ourselves"),
      (.you, "you your yours yourself yourselves"), (.he, "he him his himself"),
      (.she, "she her hers herself"), (.it, "it its itself"),
      (.they, "they them their theirs themselves"), (.this, "this that these those"),
    ]
    return rows.reduce(into: [:]) { table, row in
      for form in row.1.split(separator: " ") { table[String(form)] = row.0 }
    }
  }()

  private static func role(of word: Int, in tree: SyntaxTree) -> Int {
    if tree.tokens.relations[word] == "nmod:poss" { return 4 }
    switch tree.relations[word] {
    case .nsubj: return 0
    case .obj: return 1
    case .obl: return 2
    case .nmod: return 3
    case .compound: return 5
    default: return 6
    }
  }

  // MARK: Features as indices

  private static func bucket(_ distance: Int) -> Int {
    guard distance >= 5 else { return max(0, distance) }
    return min(9, (Int.bitWidth - 1 - distance.leadingZeroBitCount) + 3)
  }

  /// The features of the phrase alone.
  var own: [Int] {
    let kinds = Kind.allCases.count
    return [
      kind.rawValue, kinds + role, kinds + Self.roles + number,
      kinds + Self.roles + 3 + (isQuoted ? 1 : 0),
    ]
  }

  /// Adds the features of this phrase with one before it, `between` phrases back.
  func appendPair(with b: PhraseFeatures, between: Int, to features: inout [Int]) {
    let far = Self.bucket(sentence - b.sentence)
    var feature = 0
    func add(_ value: Int) {
      features.append(Self.offsets[feature] + value)
      feature += 1
    }
    add(kind.rawValue * Kind.allCases.count + b.kind.rawValue)
    add(far)
    add(Self.bucket(between))
    add(far * 2 + (kind.isPronoun ? 1 : 0))
    add(role * Self.roles + b.role)
    add(number == 0 || b.number == 0 ? 3 : number != b.number ? 0 : number)
    add(head != b.head ? 0 : text != b.text ? 1 : 2)
    add(
      kind.isPronoun || b.kind.isPronoun
        ? 0
        : 1 + (said.isSubset(ofSorted: b.said) ? 1 : 0) + (b.said.isSubset(ofSorted: said) ? 2 : 0))
    add(
      names.isEmpty || b.names.isEmpty
        ? 0
        : 1 + (names.isSubset(ofSorted: b.names) ? 1 : 0)
          + (b.names.isSubset(ofSorted: names) ? 2 : 0) + (names.meets(sorted: b.names) ? 4 : 0))
    add(last < 0 || b.last < 0 ? 0 : last == b.last ? 2 : 1)
    add(sentence == b.sentence && isNested(with: b) ? 1 : 0)
    add((isQuoted ? 2 : 0) + (b.isQuoted ? 1 : 0))
    add(gender * 3 + b.gender)
    add(kind.isPronoun && kind == b.kind ? 1 : 0)
  }

  private func isNested(with b: PhraseFeatures) -> Bool {
    let (one, other) = (phrase.tokens, b.phrase.tokens)
    return other.lowerBound <= one.lowerBound && one.upperBound <= other.upperBound
      || one.lowerBound <= other.lowerBound && other.upperBound <= one.upperBound
  }

  private var gender: Int { kind == .he ? 1 : kind == .she ? 2 : 0 }
}

/// Numbers for strings.
struct Interner {
  private var numbers: [String: Int] = [:]

  var count: Int { numbers.count }

  mutating func number(of word: String) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = numbers.count
    return numbers.count - 1
  }

  mutating func set(of words: [String]) -> [Int] {
    var found: [Int] = []
    for word in words { found.append(number(of: word)) }
    return Array(Set(found)).sorted()
  }
}

extension [Int] {
  /// Whether every element of this sorted array is one of another.
  fileprivate func isSubset(ofSorted other: [Int]) -> Bool {
    var place = 0
    for element in self {
      while place < other.count, other[place] < element { place += 1 }
      guard place < other.count, other[place] == element else { return false }
    }
    return true
  }

  /// Whether two sorted arrays share an element.
  fileprivate func meets(sorted other: [Int]) -> Bool {
    var (i, j) = (0, 0)
    while i < count, j < other.count {
      if self[i] == other[j] { return true }
      if self[i] < other[j] { i += 1 } else { j += 1 }
    }
    return false
  }
}
