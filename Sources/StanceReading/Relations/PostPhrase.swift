import LanguageAnalysis
import StanceModel
import StanceOntology

/// A post that a phrase names, with whom it is held for: *spokesman for the Iranian army*.
struct Post {
  enum Kind {
    /// A title of an office: *Foreign Minister*.
    case office(Title)
    /// A noun of `relations.tsv` whose bearer leads, works for or belongs to somebody, or a profession.
    case noun(relation: String)
  }

  var kind: Kind
  var tokens: Range<Int>
  /// Who is named before it, nearest last: `US`, `Iran's`.
  var left: [Served] = []
  /// Who is named behind a preposition: `of Egypt`.
  var right: [Served] = []
  /// `Ministers`: the names behind it share it.
  var isPlural = false
  /// `deputy director`, `a commander`: not the one who leads.
  var isDeputy = false
  /// `former`, `President-elect`, `shadow`: no post that is held.
  var isVoid = false

  /// Everything that belongs to it.
  var extent: Range<Int> {
    let all = [tokens] + left.map(\.tokens) + right.map(\.tokens)
    let lower = all.map(\.lowerBound).min() ?? tokens.lowerBound
    let upper = all.map(\.upperBound).max() ?? tokens.upperBound
    return lower..<upper
  }
}

/// Somebody named beside a post.
struct Served: Hashable {
  var entity: EntityID
  var tokens: Range<Int>
}

/// Reads the posts in a phrase of titles, nouns and names, from left to right.
struct PostPhrase {
  let context: Context
  let table: RelationTable
  let mentions: [Mention]

  private static let void: Set<String> = [
    "former", "ex", "late", "ousted", "deposed", "once", "onetime", "one-time", "erstwhile",
    "retired", "elect", "designate", "incoming", "shadow", "would-be", "aspiring", "prospective",
    "disgraced", "toppled", "exiled", "slain", "future",
  ]
  private static let deputies: Set<String> = ["deputy", "vice", "assistant", "associate"]
  private static let prepositions: Set<String> = ["of", "for", "to", "at", "in", "with", "from"]
  /// Titles of those who do not hold the office yet.
  private static let candidates: Set<String> = [
    "candidate", "president-elect", "prime-minister-designate",
  ]

  /// - Parameters:
  ///   - person: who is described; names of him say nothing about his post.
  ///   - isBeforeName: whether the phrase ends where his name begins, so that its last post is his.
  func posts(in range: Range<Int>, of person: EntityID, isBeforeName: Bool) -> [Post] {
    let tokens = context.tokens
    let forms = Array(tokens.forms[range])
    let served = served(in: range, forms, except: person)
    var posts: [Post] = []
    /// How many posts were found where the current conjunct began.
    var first = 0
    var left: [Served] = []
    var isVoid = false
    var isDeputy = false
    var isBehindPreposition = false
    var isClosed = false
    var token = range.lowerBound
    // `ousted` is a verb to the parser and ends the phrase.
    if token > 0, Self.void.contains(tokens.forms[token - 1].lowercased()) { isVoid = true }
    while token < range.upperBound {
      let form = tokens.forms[token].lowercased()
      var length = 1
      if Self.void.contains(form) {
        if let last = posts.last, last.tokens.upperBound >= token - 1, form != "former" {
          posts[posts.count - 1].isVoid = true
        }
        isVoid = true
      } else if Self.deputies.contains(form),
        title(at: token, forms, range).map({ $0.count == 1 }) ?? true,
        token + 1 < range.upperBound, post(at: token + 1, forms, range) != nil
      {
        isDeputy = true
      } else if form == "and" || form == "," || form == "&" {
        // The words before belong to what was named before; those behind begin anew.
        isVoid = false
        isDeputy = false
        first = posts.count
        // `the council and President Doe`: two; `its trade and industry commissioner`: one.
        left.removeAll { $0.tokens.upperBound == token }
        isBehindPreposition = form == "and" && isBehindPreposition && !startsPost(token + 1, range)
        if form == "," { isClosed = true }
      } else if let (kind, count, isPlural) = post(at: token, forms, range) {
        length = count
        let post = token..<(token + count)
        let inside = served.filter {
          post.overlaps($0.tokens) && context.ontology.contains($0.entity)
        }
        let isAnothers =
          !isBeforeName
          && (isBehindPreposition && posts.count > first || isTitle(before: token + count, person))
        if !isAnothers {
          if posts.count > first, let last = posts.last {
            if isBeforeName, isBehindPreposition {
              posts.removeLast()
            } else if last.tokens.upperBound == token, isLowerCase(token), isLowerCase(token - 1) {
              // `chief negotiator`: the last noun names the post.
              left += last.left
              isDeputy = isDeputy || last.isDeputy
              isVoid = isVoid || last.isVoid
              posts.removeLast()
            }
          }
          posts.append(
            Post(
              kind: kind, tokens: post, left: left + inside, isPlural: isPlural,
              isDeputy: isDeputy, isVoid: isVoid))
          isClosed = false
          isBehindPreposition = false
        }
        left = []
        isVoid = false
        isDeputy = false
      } else if form == "a" || form == "an", posts.count == first {
        isDeputy = true
      } else if Self.prepositions.contains(form) {
        if !posts.isEmpty { isBehindPreposition = true }
      }
      for one in served
      where token..<(token + length) ~= one.tokens.lowerBound
        && !(posts.last?.tokens.overlaps(one.tokens) ?? false)
      {
        left.append(one)
        if isBehindPreposition, !isClosed, !posts.isEmpty {
          posts[posts.count - 1].right.append(one)
        }
      }
      token += length
    }
    return posts
  }

  /// Whether a post or its modifiers follow, up to the next comma: `and president of the bank`.
  private func startsPost(_ start: Int, _ range: Range<Int>) -> Bool {
    let forms = Array(context.tokens.forms[range])
    for token in start..<max(start, range.upperBound) {
      if Self.prepositions.contains(context.tokens.forms[token].lowercased())
        || context.tokens.forms[token] == ","
      {
        return false
      }
      if post(at: token, forms, range) != nil { return true }
    }
    return false
  }

  private func isLowerCase(_ token: Int) -> Bool {
    context.tokens.forms[token].first?.isLowercase ?? false
  }

  /// Whether another person's name follows: `President Doe` in `one of President Doe's critics`.
  private func isTitle(before token: Int, _ person: EntityID) -> Bool {
    mentions.contains {
      $0.type == .person && $0.entity?.kind == .person && $0.entity != person
        && ($0.tokens.lowerBound == token || $0.tokens.lowerBound < token && $0.head >= token)
    }
  }

  private func title(
    at token: Int, _ forms: [String], _ range: Range<Int>
  ) -> (count: Int, title: Title)? {
    context.ontology.longestTitle(forms: forms, from: token - range.lowerBound)
  }

  private func post(
    at token: Int, _ forms: [String], _ range: Range<Int>
  ) -> (kind: Post.Kind, count: Int, isPlural: Bool)? {
    let upos = context.tokens.upos[token]
    guard upos == .noun || upos == .propn || upos == .adj else { return nil }
    let lemma = context.lemmas[token]
    let found = title(at: token, forms, range)
    // `Prime Minister` is more exact than a noun, `spokesman` less than the table's row for it.
    if let relation = table.post(lemma) ?? table.post(context.tokens.forms[token].lowercased()),
      (found?.count ?? 1) == 1
    {
      return (.noun(relation: relation), 1, context.tokens.xpos[token].hasSuffix("S"))
    }
    guard let found, !Self.candidates.contains(found.title.id) else { return nil }
    switch found.title.kind {
    case .office:
      let last = context.lemmas[token + found.count - 1]
      // `EU foreign policy chief` and `adviser to the president` are named by their last word.
      if found.title.officeClass == nil || found.title.officeClass == "adviser"
        || found.title.officeClass == "spokesperson",
        let relation = table.post(last)
      {
        return (.noun(relation: relation), found.count, found.title.isPlural)
      }
      return (.office(found.title), found.count, found.title.isPlural)
    case .profession:
      return (.noun(relation: "works-for"), found.count, found.title.isPlural)
    case .honorific, .rank, .body, .modifier: return nil
    }
  }

  /// Who is named in the range: countries, organisations, regions, cities, and people.
  private func served(
    in range: Range<Int>, _ forms: [String], except person: EntityID
  ) -> [Served] {
    mentions.compactMap { mention in
      guard range.contains(mention.head), mention.type != .pronoun,
        let entity = mention.entity ?? context.city(mention), entity != person,
        entity.kind != .group, entity.kind != .document
      else { return nil }
      // `the president` says who holds the post, not for whom.
      if mention.type == .nominal,
        entity.kind == .person || post(at: mention.head, forms, range) != nil
      {
        return nil
      }
      return Served(entity: entity, tokens: mention.tokens)
    }
  }
}
