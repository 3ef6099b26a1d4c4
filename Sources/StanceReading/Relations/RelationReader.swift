import ArticleReading
import LanguageAnalysis
import SourceText
import StanceModel
import StanceOntology

/// A relation before it has an id.
struct RelationReading {
  var relation: String
  var subject: EntityID
  var object: EntityID
  var year: Int?
  var tokens: Range<Int>
  var at: Int
  var construction: String
}

/// Reads the facts that a document states between two entities: who annexed, controls, attacks, recognises whom,
/// and who holds which office. Each is given once, where the document first says it.
struct RelationReader {
  let context: Context
  let table: RelationTable

  func relations() -> [Relation] {
    var found: [RelationReading] = []
    for token in 0..<context.tokens.count { found += predicates(token) }
    found += OfficeReader(context: context).relations()
    let article = context.document.article
    found.sort {
      ($0.tokens.lowerBound, $0.relation, $0.subject, $0.object) < (
        $1.tokens.lowerBound, $1.relation, $1.subject, $1.object
      )
    }
    var seen: Set<String> = []
    var relations: [Relation] = []
    for reading in found {
      let year = reading.year.map { String($0) } ?? ""
      let key = "\(reading.relation) \(reading.subject) \(reading.object)"
      // The same fact with a year says more than without; both are kept, each once.
      guard reading.subject != reading.object, seen.insert(key + year).inserted else { continue }
      let span = context.tree.span(of: reading.tokens)
      let text = article.text[span]
      relations.append(
        Relation(
          id: "", document: article.document, predicate: reading.relation,
          subject: reading.subject, object: reading.object, year: reading.year,
          source: context.speakers(at: reading.at).last ?? claimant(reading.at), evidence: span,
          quotation: text, confidence: 0.75, construction: reading.construction))
    }
    let ids = StatementIdentifier(
      document: article.document, text: article.text, evidence: relations.map(\.evidence))
    for index in relations.indices {
      let relation = relations[index]
      relations[index].id = ids.relation(
        relation.evidence, predicate: relation.predicate, subject: relation.subject,
        object: relation.object)
    }
    return relations
  }

  private func claimant(_ token: Int) -> EntityID? {
    context.opinionHolders(of: token).first
  }

  private func predicates(_ token: Int) -> [RelationReading] {
    let tree = context.tree
    for pattern in table.patterns(head: context.lemmas[token]) {
      switch pattern.partOfSpeech {
      case .verb: guard context.tokens.upos[token] == .verb else { continue }
      case .noun: guard context.tokens.upos[token] == .noun else { continue }
      case .adjective: guard context.tokens.upos[token] == .adj else { continue }
      case .phrase: continue
      }
      guard pattern.words.dropFirst().allSatisfy({ context.hasWord($0, near: token) }) else {
        continue
      }
      if !pattern.needs.isEmpty {
        let around = tree.children(of: token).map { context.lemmas[$0] }
        guard pattern.needs.contains(where: { around.contains($0) }) else { continue }
      }
      if pattern.partOfSpeech == .verb {
        guard case .asserted(let sign, let modality) = context.veridicality(of: token), sign > 0,
          !context.isNegated(token), [.asserted, .past].contains(modality), isFinite(token)
        else { continue }
      } else if !isStated(token, pattern) {
        continue
      }
      var subjects = fillers(pattern.subjects, token, used: [])
      // A person who attacks somebody does so in words.
      if pattern.relation == "attacks" { subjects.removeAll { $0.entity.kind == .person } }
      let objects = fillers(pattern.objects, token, used: subjects.map(\.token))
      guard !subjects.isEmpty, !objects.isEmpty else { continue }
      return subjects.prefix(2).flatMap { subject in
        objects.prefix(8).map { object in
          let year = year(near: object.token, predicate: token)
          var lower = min(token, object.token)
          var upper = max(token, object.token) + 1
          if tree.sentenceIndices[subject.token] == tree.sentenceIndices[token] {
            let wide = min(lower, subject.token)..<max(upper, subject.token + 1)
            if tree.span(of: wide).count <= 250 {
              lower = wide.lowerBound
              upper = wide.upperBound
            }
          }
          return RelationReading(
            relation: pattern.relation, subject: context.polity(of: subject.entity),
            object: object.entity, year: year, tokens: lower..<upper, at: token,
            construction: pattern.words.joined(separator: "-"))
        }
      }
    }
    return []
  }

  /// A fact is told by a finite verb, a perfect or a participle, not by an infinitive or a gerund.
  private func isFinite(_ verb: Int) -> Bool {
    switch context.tokens.xpos[verb] {
    case "VBD", "VBZ", "VBP", "VBN": true
    case "VBG":
      context.tree.child(of: verb, .aux) != nil || context.tree.relations[verb] == .advcl
    default: false
    }
  }

  /// Whether the clause that a noun stands in is told as fact, and says it of its subject with a copula.
  private func isStated(_ noun: Int, _ pattern: RelationPattern) -> Bool {
    let tree = context.tree
    if pattern.subjects.first == .subject, tree.child(of: noun, .cop) == nil { return false }
    guard let clause = ([noun] + tree.ancestors(of: noun)).first(where: { tree.isClausal($0) })
    else { return true }
    guard !context.isNegated(noun), case .asserted(let sign, _) = context.veridicality(of: clause)
    else { return false }
    return sign > 0
  }

  private func fillers(_ slots: [Slot], _ token: Int, used: [Int]) -> [(
    entity: EntityID, token: Int
  )] {
    for slot in slots {
      var found: [(entity: EntityID, token: Int)] = []
      for place in context.fillers(of: slot, of: token) where !used.contains(place) {
        let listed = namedMembers(of: place)
        // What is a subject already is no object, however the tree hangs a list.
        for conjunct in listed.isEmpty ? spread(place) : listed where !used.contains(conjunct) {
          if let entity = context.entity(at: conjunct), entity.kind != .document,
            entity.kind != .group, !found.contains(where: { $0.entity == entity })
          {
            found.append((entity, conjunct))
          }
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The regions that a list names after a general word (`four regions – A, B, C and D`), up to the next clause.
  ///
  /// Read off the words rather than the tree, which hangs such lists now here, now there.
  private func namedMembers(of noun: Int) -> [Int] {
    let tokens = context.tokens
    guard tokens.xpos[noun] == "NNS", tokens.upos[noun] == .noun,
      context.tree.sentenceIndices[noun] >= 0
    else { return [] }
    let end = context.document.sentences[context.tree.sentenceIndices[noun]].tokens.upperBound
    var found: [Int] = []
    var isOpen = false
    for token in (noun + 1)..<max(noun + 1, end) {
      if tokens.upos[token] == .verb || tokens.upos[token] == .aux || tokens.upos[token] == .sconj {
        break
      }
      if ["–", "—", "-", "--", ":", ",", "("].contains(tokens.forms[token]) { isOpen = true }
      if isOpen, let entity = context.mention(at: token)?.entity, entity.kind == .region {
        found.append(token)
      }
    }
    return found
  }

  /// A phrase, its conjuncts, what it lists after a dash, and what a general noun stands for (`the towns of A and B`).
  private func spread(_ token: Int) -> [Int] {
    let tree = context.tree
    var found = tree.coordinated(from: token)
    for place in tree.coordinated(from: token) {
      for child in tree.children(of: place, RelationSet(.appos, .parataxis, .list)) {
        found += tree.coordinated(from: child)
      }
      if context.entity(at: place) == nil {
        for child in tree.children(of: place, RelationSet(.nmod, .compound, .amod)) {
          found += tree.coordinated(from: child)
        }
      }
    }
    return found
  }

  /// The year that goes with one of several objects (`Crimea in 2014 and then Kherson in 2022`), or with the predicate.
  private func year(near object: Int, predicate: Int) -> Int? {
    let tree = context.tree
    guard tree.sentenceIndices[object] >= 0 else { return nil }
    let sentence = context.document.sentences[tree.sentenceIndices[object]].tokens
    func isYear(_ token: Int) -> Int? {
      guard let value = Int(context.tokens.forms[token]), (1700...2100).contains(value) else {
        return nil
      }
      return value
    }
    // The next year after the object, up to a clause's end.
    for token in (object + 1)..<max(object + 1, min(sentence.upperBound, object + 14)) {
      if let year = isYear(token) { return year }
      if context.tokens.upos[token] == .verb || context.tokens.forms[token] == ";" { break }
    }
    for child in tree.children(of: predicate, RelationSet(.obl, .nmod)) {
      if let year = isYear(child) { return year }
      if let inner = tree.children(of: child).compactMap({ isYear($0) }).first { return inner }
    }
    return nil
  }
}
