import LanguageAnalysis
import StanceModel

/// Whether the article (or the speaker it quotes) commits to what a predicate says.
enum Veridicality {
  /// It is said to be so; the sign is -1 where a negation above reaches down to it.
  case asserted(sign: Int, modality: Modality)
  /// Wanted, feared, asked or supposed, not said; with the reason.
  case suspended(Suspension)
}

extension Context {
  private static let conditionals: Set<String> = [
    "if", "unless", "whether", "lest", "until", "till", "once", "provided",
  ]
  /// Prepositions before a gerund that says what somebody is accused of, praised for or stopped from.
  private static let complementMarks: Set<String> = [
    "of", "for", "from", "over", "at", "about", "with",
  ]
  private static let negRaising: Set<String> = [
    "believe", "think", "expect", "want", "consider", "see", "suppose", "feel", "regard", "find",
  ]

  private static let obligations: Set<String> = ["must", "should", "ought"]

  /// Walks from a predicate up to the root of its sentence.
  ///
  /// - Parameters:
  ///   - obligation: whether what ought to be counts, which only the construction for it wants.
  ///   - warning: whether what somebody warns of counts as said, which it does for judgements.
  func veridicality(of token: Int, obligation: Bool = false, warning: Bool = false) -> Veridicality
  {
    var sign = 1
    var modality = Modality.asserted
    if isQuestion(token) { return .suspended(Suspension(.question, token)) }
    if isOfSomeOnly(token) { return .suspended(Suspension(.ofSomeOnly, token)) }
    if isYetToCome(token) { return .suspended(Suspension(.yetToCome, token)) }
    for auxiliary in auxiliaries(of: token) {
      switch lemmas[auxiliary] {
      case "may", "might", "could": modality = .possible
      // `would have supported it`: but did not.
      case "would" where isPerfect(token): return .suspended(Suspension(.condition, auxiliary))
      case "would": modality = hasCondition(token) ? .conditional : .future
      case "will", "'ll", "wo": modality = .future
      case let modal where Self.obligations.contains(modal) && !obligation:
        return .suspended(Suspension(.obligation, auxiliary))
      default: break
      }
    }
    if let distance = keptFar(token) { return .suspended(Suspension(.denied, distance)) }
    var current = token
    var steps = 0
    while let head = tree.head(of: current), steps < 40 {
      steps += 1
      let markers = tree.children(of: current, .mark)
      // `too early for Oslo to back it`: the last of two.
      let marker = markers.first { Self.conditionals.contains(lemmas[$0]) } ?? markers.last
      let mark = marker.map { lemmas[$0] }
      if let mark, Self.conditionals.contains(mark), tree.relations[current] != .conj {
        return .suspended(Suspension(.condition, marker ?? current))
      }
      switch tree.relations[current] {
      case .xcomp:
        if let status = governor(head, current) {
          switch status {
          case .suspended: return status
          case .asserted(let flip, _): sign *= flip
          }
        }
      case .ccomp:
        // `insisted that it recognise the state`: wanted, not told.
        if isSubjunctive(current), !(obligation && current == token) {
          return .suspended(Suspension(.governed, head))
        }
        if warning, cues[head]?.kind == .warn, !isNegated(head) { break }
        if let status = governor(head, current) {
          switch status {
          case .suspended: return status
          case .asserted(let flip, _): sign *= flip
          }
        }
      case .advcl:
        if tokens.relations[current] == "advcl:relcl" { break }
        if let auxiliary = inversion(of: current) {
          return .suspended(Suspension(.condition, auxiliary))
        }
        // `wants to help, while others have joined`: told for itself.
        if let mark, Self.circumstances.contains(mark), tree.isFinite(current),
          // `only after it accepts`, `as soon as`, `as if`: not yet.
          mark != "after" || tokens.xpos[current] == "VBD", !isSupposition(current),
          !isInCondition(current),
          let subject = tree.child(of: current, .nsubj),
          tokens.upos[subject] != .pron || mark != "as" && mark != "since"
            || marker.map({ $0 > 0 && lemmas[$0 - 1] == "even" }) ?? false
        {
          return .asserted(sign: sign, modality: modality)
        }
        // `only after it accepts the deal`, `when it leaves`: not yet.
        if let mark, ["after", "before", "when"].contains(mark),
          ["VBZ", "VBP"].contains(tokens.xpos[current]), tree.child(of: current, .aux) == nil
        {
          return .suspended(Suspension(.yetToCome, marker ?? current))
        }
        // `continues to sponsor them`: hung as if it were a purpose.
        if mark == "to", let cue = cues[head], cue.kind == .implicative, cue.polarity > 0,
          tree.child(of: head, RelationSet(.obj, .xcomp)) == nil, !isNegated(head),
          ["continue", "go", "begin", "start", "proceed", "manage"].contains(cue.words[0])
        {
          break
        }
        // `was among the first to congratulate him`
        if mark == "to", isOrdinal(head) { break }
        if mark == "to" || mark == nil && tokens.xpos[current] == "VB" {
          return .suspended(Suspension(.infinitive, current))
        }
        // `accused it of supporting them`, `praised her for opposing it`: what another is said to do.
        if let mark, Self.complementMarks.contains(mark), tokens.xpos[current] == "VBG",
          let cue = cues[head],
          [.attitude, .act, .demand, .warn].contains(cue.kind)
            || cue.kind == .implicative && cue.polarity < 0
              // `did not refrain from condemning it`
              && !(isNegated(head) && cue.words.count == 1 && mark == "from")
        {
          return .suspended(Suspension(.governed, head))
        }
        // `bullied into accepting it`, `depends on its leaving`
        if let mark, ["into", "on", "upon"].contains(mark), tokens.xpos[current] == "VBG" {
          return .suspended(Suspension(.governed, head))
        }
        // `without condemning`, `instead of supporting`, `warned against joining`.
        if let mark, ["without", "instead", "rather", "against", "before", "than"].contains(mark) {
          return .suspended(Suspension(.excluded, marker ?? current))
        }
      case .acl:
        if tokens.relations[current] == "acl:relcl" {
          // `…, a claim that the ministry rejects`, `sanctions, which it rejects`: told for itself.
          let first = tree.trimmed(tree.subtreeRange(of: current)).lowerBound
          if tree.relations[head] == .appos || first > 0 && tokens.forms[first - 1] == "," {
            return .asserted(sign: sign, modality: modality)
          }
          break
        }
        // `warnings that it would violate the pact`
        if mark == "that", warning, isWarningNoun(head) { break }
        // `an idea that Oslo supported`: a relative clause that was taken for the content.
        if mark == "that", fillers(of: .object, of: current) == [head] { break }
        // `no evidence that it did`, `reports that it did`.
        if mark == "that", !["fact", "decision", "announcement"].contains(lemmas[head]) {
          return .suspended(Suspension(.contentOfNoun, head))
        }
        // `was the first state to recognise it`
        if mark == "to", isOrdinal(head) { break }
        if mark == "to" || (mark != nil && tokens.xpos[current] == "VBG") {
          // `its decision to recognise` was taken; `a plan to recognise` was not carried out.
          guard let cue = cues[head], cue.kind == .shell,
            ["decision", "move", "step", "fact", "act", "action"].contains(lemmas[head])
          else { return .suspended(Suspension(.contentOfNoun, head)) }
        }
      case .csubj: return .suspended(Suspension(.judged, head))
      default: break
      }
      current = head
    }
    return .asserted(sign: sign, modality: modality)
  }

  /// `would have`, `could have`
  private func isPerfect(_ verb: Int) -> Bool {
    tokens.xpos[verb] == "VBN"
      && tree.children(of: verb, .aux).contains { lemmas[$0] == "have" && tokens.xpos[$0] == "VB" }
  }

  /// `Had Oslo backed it, …`, `should it refuse`: the auxiliary before the subject of a clause without a conjunction.
  private func inversion(of clause: Int) -> Int? {
    guard tree.child(of: clause, .mark) == nil, let subject = tree.child(of: clause, .nsubj) else {
      return nil
    }
    return tree.children(of: clause, RelationSet(.aux, .cop)).first {
      $0 < subject && ["have", "be", "should"].contains(lemmas[$0])
    }
  }

  /// A noun of warning, whose clause says what is feared.
  func isWarningNoun(_ noun: Int) -> Bool {
    tokens.upos[noun] == .noun
      && ["warning", "caution", "fear", "concern", "worry", "alarm"].contains(lemmas[noun])
  }

  /// `is far from accepting it`, `stopped short of it`: the word that keeps it away.
  private func keptFar(_ token: Int) -> Int? {
    guard tokens.xpos[token] == "VBG",
      let mark = tree.child(of: token, RelationSet(.mark, .caseMarker)), mark > 0
    else { return nil }
    let before = lemmas[mark - 1]
    return lemmas[mark] == "from" && before == "far" || lemmas[mark] == "of" && before == "short"
      ? mark - 1 : nil
  }

  /// `as soon as`, `as long as`, `as if`
  private func isSupposition(_ clause: Int) -> Bool {
    guard let mark = tree.child(of: clause, .mark), lemmas[mark] == "as" else { return false }
    return mark + 1 < tokens.count && ["if", "though"].contains(lemmas[mark + 1])
      || mark > 0 && ["soon", "long", "far"].contains(lemmas[mark - 1])
      || tree.children(of: clause).contains {
        $0 != mark && $0 < clause && ["soon", "long", "if"].contains(lemmas[$0])
      }
  }

  /// Whether a clause above is a condition.
  private func isInCondition(_ clause: Int) -> Bool {
    tree.ancestors(of: clause).contains { above in
      tree.child(of: above, .mark).map { Self.conditionals.contains(lemmas[$0]) } ?? false
    }
  }

  /// Conjunctions of what happens beside or before: it is told as a fact whatever it is hung on.
  private static let circumstances: Set<String> = [
    "while", "whereas", "since", "after", "as", "although", "though", "because",
  ]

  /// `that Serbia recognise the state`: a base form with a subject and without an auxiliary.
  func isSubjunctive(_ clause: Int) -> Bool {
    let subject = tree.child(of: clause, .nsubj)
    // `that the budget include it`: taken for a present tense, which a singular would not have.
    let isBase =
      tokens.xpos[clause] == "VB"
      || tokens.xpos[clause] == "VBP"
        && subject.map { tokens.xpos[$0] == "NN" && tree.child(of: $0, .conj) == nil } ?? false
    return isBase && tree.child(of: clause, .aux) == nil && subject != nil
      && !tree.children(of: clause, .mark).contains { lemmas[$0] == "to" || lemmas[$0] == "for" }
      && tree.children(of: clause, .mark).contains { lemmas[$0] == "that" }
  }

  static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "last", "latest", "only", "sole", "next",
  ]

  /// `the first state` as a predicate: what it is the first to do is done.
  func isOrdinal(_ noun: Int) -> Bool {
    guard
      tree.child(of: noun, .cop) != nil || tree.relations[noun] == .appos
        || tree.relations[noun] == .nmod && tree.preposition(of: noun) == "of"
    else { return false }
    return Self.ordinals.contains(lemmas[noun])
      || tree.children(of: noun, .amod).contains { Self.ordinals.contains(lemmas[$0]) }
  }

  /// `is yet to ratify it`
  private func isYetToCome(_ token: Int) -> Bool {
    tree.child(of: token, .mark).map { lemmas[$0] == "to" } ?? false
      && tree.children(of: token, .advmod).contains { ["yet", "still"].contains(lemmas[$0]) }
  }

  /// `not all states support it`: who does not is open.
  private func isOfSomeOnly(_ token: Int) -> Bool {
    guard let subject = tree.child(of: token, .nsubj) else { return false }
    let words = tree.children(of: subject).map { lemmas[$0] }
    return words.contains("not") && words.contains { ["all", "every", "many"].contains($0) }
      || tree.children(of: subject).contains { child in
        ["all", "every", "many"].contains(lemmas[child])
          && tree.children(of: child).contains { lemmas[$0] == "not" }
      }
  }

  /// The auxiliaries of a verb; a coordinated verb without a subject shares those of the first
  /// (`should talk and ease the sanctions`).
  private func auxiliaries(of token: Int) -> [Int] {
    var verb = token
    while tree.children(of: verb, RelationSet(.aux, .nsubj, .csubj, .mark)).isEmpty,
      tree.relations[verb] == .conj, tokens.xpos[verb] == "VB", let head = tree.head(of: verb)
    {
      verb = head
    }
    return tree.children(of: verb, .aux)
  }

  /// What a predicate does to the truth of its complement; nil where it leaves it alone.
  private func governor(_ head: Int, _ complement: Int) -> Veridicality? {
    // `has to end`, `needs to stop`: an obligation, read by its own construction; `used to` is of the past.
    if tree.relations[complement] == .xcomp,
      ["need", "have", "ought", "supposed", "suppose", "use"].contains(lemmas[head])
    {
      return .suspended(Suspension(.governed, head))
    }
    // `made ending the war a priority`
    if lemmas[head] == "make", tokens.xpos[complement] == "VBG" {
      return .suspended(Suspension(.governed, head))
    }
    // `Suppose that …`, `let us imagine that …`
    if ["suppose", "imagine"].contains(lemmas[head]), tokens.xpos[head] == "VB",
      tree.child(of: head, .nsubj) == nil
    {
      return .suspended(Suspension(.condition, head))
    }
    let isNegated = isNegated(head)
    guard let cue = cues[head] else {
      return isNegated ? .suspended(Suspension(.underNegation, head)) : nil
    }
    let isDenied = cue.polarity < 0
    switch cue.kind {
    case .desire, .demand, .warn, .attitude, .act, .evaluative, .benefactive:
      return .suspended(Suspension(.governed, head))
    case .speech, .implicative:
      guard isDenied || isNegated else { return nil }
    case .belief:
      guard isDenied || isNegated else { return nil }
      if !isDenied, Self.negRaising.contains(lemmas[head]) {
        return .asserted(sign: -1, modality: .asserted)
      }
    case .shell, .light: return nil
    }
    return .suspended(Suspension(isNegated ? .underNegation : .denied, head))
  }

  private func hasCondition(_ token: Int) -> Bool {
    tree.children(of: token, .advcl).contains { clause in
      tree.child(of: clause, .mark).map { Self.conditionals.contains(lemmas[$0]) } ?? false
    }
  }

  /// Whether the token's sentence, or the quotation it stands in, asks.
  func isQuestion(_ token: Int) -> Bool {
    let root = tree.root(of: token)
    let end = tree.subtreeRange(of: root).upperBound
    guard end > 0 else { return false }
    var last = end - 1
    while last > token, tokens.upos[last] == .punct,
      !tokens.forms[last].contains("?"), !tokens.forms[last].contains(".")
    {
      last -= 1
    }
    return tokens.forms[last].hasPrefix("?")
  }
}
