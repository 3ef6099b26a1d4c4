import LanguageAnalysis
import StanceModel
import StanceOntology

/// Where the phrases stand that say what a person is: before the name, behind it, between commas beside it.
extension OfficeReader {
  /// The posts named directly before the name, inside or outside the mention: `US Secretary of State John Doe`.
  func beforeName(_ mention: Mention, _ person: EntityID) -> [Post] {
    let tokens = context.tokens
    let sentence = context.document.sentences[context.tree.sentenceIndices[mention.head]].tokens
    // The name proper: the last run of proper nouns of the mention.
    var name = mention.tokens.upperBound
    while name > mention.tokens.lowerBound, isNamePart(name - 1) { name -= 1 }
    var start = name
    while start > sentence.lowerBound, name - start < 14 {
      let token = start - 1
      if let other = otherPerson(endingAt: start, than: person) {
        // `Merkel's spokesperson`: the person before a possessive is served, any other begins something else.
        // `Doe spokesman John Roe`
        guard start < name,
          context.tokens.lemmas[start] == "'s"
            || table.post(context.lemmas[start]) == "works-for"
              && context.tokens.forms[start].first?.isLowercase ?? false
        else { break }
        start = other.tokens.lowerBound
        break
      }
      if let open = opening(of: token, in: sentence) {
        start = open
        continue
      }
      guard joins(token) else { break }
      start -= 1
    }
    while start < name, Self.joints.contains(tokens.forms[start].lowercased()) { start += 1 }
    guard start < name else { return [] }
    var posts =
      phrases
      .posts(in: start..<name, of: person, isBeforeName: true)
    // A post that is cut off from the name by a conjunction and no post of its own is another's.
    if let last = posts.last, last.extent.upperBound < name,
      tokens.forms[last.extent.upperBound..<name].contains(where: { $0 == "and" })
    {
      return []
    }
    if let last = posts.indices.last, posts[last].right.isEmpty {
      posts[last].right = behindName(mention)
    }
    return posts
  }

  /// The mark that a closing parenthesis belongs to: `Member of Parliament (MP) Jane Doe`.
  private func opening(of close: Int, in sentence: Range<Int>) -> Int? {
    guard context.tokens.forms[close] == ")" else { return nil }
    return (max(sentence.lowerBound, close - 6)..<close).last { context.tokens.forms[$0] == "(" }
  }

  private static let joints: Set<String> = [
    "of", "for", "to", "at", "and", "'s", "’s", "-", "–", "the",
  ]

  private func joins(_ token: Int) -> Bool {
    switch context.tokens.upos[token] {
    case .propn, .noun, .adj: true
    // `United States` is tagged as a participle now and then.
    case _ where context.tokens.xpos[token].hasPrefix("NNP"): true
    default: Self.joints.contains(context.tokens.forms[token].lowercased())
    }
  }

  private func isNamePart(_ token: Int) -> Bool {
    let form = context.tokens.forms[token]
    if form == "-" {
      // `President-elect` is no name.
      return token > 0 && context.ontology.title(context.tokens.forms[token - 1]) == nil
    }
    // `Secretary General` is one title; `General` alone belongs to the name.
    if token > 0, let title = context.ontology.title(context.tokens.forms[token - 1] + " " + form),
      title.kind == .office
    {
      return false
    }
    return context.tokens.upos[token] == .propn
      && !["elect", "designate"].contains(form.lowercased())
      && context.ontology.title(context.tokens.forms[token]).map {
        $0.kind == .honorific || $0.kind == .rank
      } ?? true
  }

  func otherPerson(endingAt end: Int, than person: EntityID?) -> Mention? {
    mentions.first {
      $0.type == .person && $0.tokens.upperBound == end && $0.entity != person
        && $0.entity.map { $0.kind == .person } ?? true
    }
  }

  /// `of Egypt` right behind the name.
  func behindName(_ mention: Mention) -> [Served] {
    let end = mention.tokens.upperBound
    guard end + 1 < context.tokens.count, context.lemmas[end] == "of" else { return [] }
    let place = mentions.first {
      $0.type != .person && $0.tokens.contains(end + 1)
        || $0.tokens.lowerBound == end + 2 && context.lemmas[end + 1] == "the"
    }
    guard let place, let entity = place.entity ?? context.city(place), entity.kind != .group else {
      return []
    }
    return [Served(entity: entity, tokens: place.tokens)]
  }

  /// The phrases that say what the person is: appositions, and predicates of a copula or of `serve as`.
  func described(_ mention: Mention) -> [Range<Int>] {
    let tree = context.tree
    var heads = Array(tree.children(of: mention.head, RelationSet(.appos, .parataxis)))
    if tree.relations[mention.head] == .appos, let head = tree.head(of: mention.head) {
      heads.append(head)
    }
    // `who is Atlantis's envoy`
    for clause in tree.children(of: mention.head, .acl)
    where context.tokens.relations[clause] == "acl:relcl" && tree.child(of: clause, .cop) != nil
      && !context.isNegated(clause) && tree.child(of: clause, .cop).map(isPresent) ?? false
    {
      heads.append(clause)
    }
    if tree.relations[mention.head] == .nsubj, let predicate = tree.head(of: mention.head) {
      if context.tokens.upos[predicate] == .noun, let copula = tree.child(of: predicate, .cop),
        context.tokens.xpos[copula] != "VB", !context.isNegated(predicate)
      {
        heads.append(predicate)
      } else if ["serve", "act", "work"].contains(context.lemmas[predicate]),
        case .asserted(let sign, .asserted) = context.veridicality(of: predicate), sign > 0
      {
        heads += tree.children(of: predicate, .obl).filter { tree.preposition(of: $0) == "as" }
      }
    }
    // `a professor and former official, Jane Doe`
    let all = heads.flatMap { head in
      tree.relations[head] == .conj || tree.child(of: head, .conj) != nil
        ? tree.conjuncts(of: head).filter { context.tokens.upos[$0] == .noun || $0 == head }
        : [head]
    }
    return all.compactMap { head in
      guard !tree.children(of: head, .nummod).contains(where: { $0 < head }),
        context.tokens.upos[head] != .verb,
        // Two names side by side are two people.
        context.mention(at: head).map({ $0.type != .person || $0.entity == mention.entity }) ?? true
      else { return nil }
      let phrase = tree.phrase(of: head)
      guard !isOfNext(phrase.upperBound) else { return nil }
      // `A and B, head of the bank`: what stands behind a name says it of this one.
      if phrase.lowerBound > mention.tokens.upperBound,
        otherPerson(endingAt: phrase.lowerBound - 1, than: mention.entity) != nil
      {
        return nil
      }
      // `the leader of the union, Jane Doe`: the name is no part of what describes it.
      if phrase.lowerBound < mention.tokens.lowerBound {
        return phrase.lowerBound..<min(phrase.upperBound, mention.tokens.lowerBound)
      }
      return max(
        phrase.lowerBound, mention.tokens.upperBound)..<max(
          phrase.upperBound, mention.tokens.upperBound)
    }
  }

  private func isPresent(_ copula: Int) -> Bool {
    ["VBZ", "VBP"].contains(context.tokens.xpos[copula])
  }

  /// The phrases beside the name between commas, read off the words, since trees hang them now here, now there:
  /// `Jane Doe, head of the bank,` and `the head of the bank, Jane Doe,`.
  func besideName(_ mention: Mention) -> [Range<Int>] {
    let tokens = context.tokens
    let sentence = context.document.sentences[context.tree.sentenceIndices[mention.head]].tokens
    var phrases: [Range<Int>] = []
    let end = mention.tokens.upperBound
    if end + 1 < sentence.upperBound, tokens.forms[end] == "," {
      var last = end + 1
      while last < sentence.upperBound, last - end < 20, joins(last) || isDeterminer(last) {
        last += 1
      }
      if tokens.upos[end + 1] != .cconj, !isOfNext(last) { phrases.append((end + 1)..<last) }
    }
    let comma = mention.tokens.lowerBound - 1
    // `the president of Atlantis, Jane Doe and John Roe`: a list.
    let isListed = end < sentence.upperBound && tokens.upos[end] == .cconj
    if comma > sentence.lowerBound, tokens.forms[comma] == ",", !isListed {
      var first = comma
      while first > sentence.lowerBound, comma - first < 20,
        joins(first - 1) || isDeterminer(first - 1)
      {
        first -= 1
      }
      // A name at the end is another person.
      if first < comma, otherPerson(endingAt: comma, than: mention.entity) == nil {
        phrases.append(first..<comma)
      }
    }
    return phrases
  }

  /// `Jane Doe, MP (Member of Parliament) John Roe and`: behind a parenthesis, a phrase may belong to the next name.
  func isOfNext(_ open: Int) -> Bool {
    guard open < context.tokens.count, context.tokens.forms[open] == "(" else { return false }
    let close = (open..<min(open + 8, context.tokens.count)).first {
      context.tokens.forms[$0] == ")"
    }
    guard let close else { return false }
    return mentions.contains {
      $0.type == .person && $0.tokens.lowerBound == close + 1
    }
  }

  private func isDeterminer(_ token: Int) -> Bool {
    context.tokens.upos[token] == .det || context.tokens.xpos[token] == "PRP$"
  }
}
