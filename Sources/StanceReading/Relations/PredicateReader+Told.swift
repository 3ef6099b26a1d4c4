import LanguageAnalysis
import StanceModel
import StanceOntology

/// Whether the text commits to what a predicate says.
extension PredicateReader {
  /// Whether the text commits to what the predicate says.
  func isStated(_ token: Int, _ pattern: RelationPattern) -> Bool {
    pattern.partOfSpeech == .verb ? isTold(token) : isStatedNoun(token, pattern)
  }

  func isTold(_ verb: Int) -> Bool {
    if let noun = context.tree.head(of: verb), context.tree.relations[verb] == .acl,
      isDoneBy(verb, noun)
    {
      return true
    }
    guard case .asserted(let sign, let modality) = context.veridicality(of: verb), sign > 0,
      !context.isNegated(verb), [.asserted, .past].contains(modality)
    else { return false }
    return isFinite(verb)
  }

  /// A fact is told by a finite verb, a perfect or a participle, not by an infinitive or a gerund.
  func isFinite(_ verb: Int) -> Bool {
    switch context.tokens.xpos[verb] {
    case "VBD", "VBZ", "VBP", "VBN": true
    case "VBG":
      context.tree.child(of: verb, .aux) != nil || context.tree.relations[verb] == .advcl
    default: false
    }
  }

  private static let instruments: Set<String> = [
    "decree", "order", "law", "proclamation", "treaty", "agreement", "resolution", "declaration",
    "act", "statement",
  ]
  private static let signing: Set<String> = [
    "sign", "issue", "adopt", "pass", "enact", "ratify", "approve",
  ]

  /// `is the first country to recognise it`, `signed a decree recognising it`: done, though no finite verb says so.
  func isDoneBy(_ verb: Int, _ noun: Int) -> Bool {
    let tree = context.tree
    switch context.tokens.xpos[verb] {
    case "VB":
      return tree.children(of: noun, RelationSet(.amod, .nummod)).contains {
        Context.ordinals.contains(context.lemmas[$0])
          || tree.tokens.xpos[$0] == "JJ"
            && context.lemmas[$0].hasSuffix("th")
      } && isAsserted(noun)
    case "VBG":
      guard Self.instruments.contains(context.lemmas[noun]), tree.relations[noun] == .obj,
        let act = tree.head(of: noun), Self.signing.contains(context.lemmas[act])
      else { return false }
      return isAsserted(act)
    default: return false
    }
  }

  /// Who did what an infinitive or gerund behind a noun says: the first to do it, or who signed the decree.
  func doer(of verb: Int) -> [Filler]? {
    let tree = context.tree
    guard tree.relations[verb] == .acl, let noun = tree.head(of: verb), isDoneBy(verb, noun) else {
      return nil
    }
    if context.tokens.xpos[verb] == "VB" { return named(noun) }
    return tree.head(of: noun).flatMap { tree.agent(of: $0) }.map { named($0) }
  }

  func isAsserted(_ clause: Int) -> Bool {
    guard !context.isNegated(clause),
      case .asserted(let sign, let modality) = context.veridicality(of: clause)
    else { return false }
    return sign > 0 && [.asserted, .past].contains(modality)
  }

  /// Whether the clause that a noun stands in is told as fact, and says it of its subject with a copula.
  func isStatedNoun(_ noun: Int, _ pattern: RelationPattern) -> Bool {
    let tree = context.tree
    if pattern.subjects.first == .subject || pattern.objects.first == .subject,
      tree.child(of: noun, .cop) == nil, tree.child(of: noun, label: "aux:pass") == nil
    {
      return false
    }
    if let copula = tree.child(of: noun, .cop) {
      // `would cease to be part of it`
      guard context.tokens.xpos[copula] != "VB" else { return false }
      return isAsserted(noun)
    }
    if tree.children(of: noun, .amod).contains(where: { Self.unreal.contains(context.lemmas[$0]) })
    {
      return false
    }
    if tree.relations[noun] == .obj || tree.has(noun, "nsubj:pass"), let verb = tree.head(of: noun),
      Self.ending.contains(context.lemmas[verb])
        || context.cues[verb].map({
          $0.polarity < 0 && [.act, .implicative].contains($0.kind)
        }) ?? false
    {
      return false
    }
    guard let clause = ([noun] + tree.ancestors(of: noun)).first(where: { tree.isClausal($0) })
    else { return true }
    guard !context.isNegated(noun), !context.isNegated(clause),
      !["unlikely", "impossible", "possible"].contains(context.lemmas[clause]),
      case .asserted(let sign, let modality) = context.veridicality(of: clause)
    else { return false }
    return sign > 0 && [.asserted, .past].contains(modality)
  }

  private static let unreal: Set<String> = [
    "planned", "possible", "potential", "alleged", "attempted", "failed", "future", "prospective",
    "supposed", "hypothetical", "imminent", "foiled", "eventual",
  ]

  /// `withdrew its recognition`, `lifted the sanctions`: no more.
  private static let ending: Set<String> = [
    "withdraw", "revoke", "lift", "drop", "end", "cancel", "rescind", "renounce", "abandon",
    "waive", "refuse", "deny", "avoid", "prevent", "halt", "suspend",
  ]
}
