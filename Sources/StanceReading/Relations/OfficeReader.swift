import LanguageAnalysis
import SourceText
import StanceModel
import StanceOntology

/// Reads who holds which post, from titles, appositions and copulas: *Kenyan President Jane Doe*, *Jane Doe, head of
/// the bank*.
struct OfficeReader {
  let context: Context
  let table: RelationTable
  /// Those of the document, of people by their bare names.
  let mentions: [Mention]
  let phrases: PostPhrase

  init(context: Context, table: RelationTable) {
    self.context = context
    self.table = table
    mentions = context.document.mentions.map { mention in
      guard mention.type == .person,
        let name = context.document.names.last(where: {
          $0.type == .person && mention.tokens.lowerBound <= $0.words.lowerBound
            && $0.words.upperBound == mention.tokens.upperBound
        })
      else { return mention }
      var bare = mention
      bare.tokens = name.words
      return bare
    }
    phrases = PostPhrase(context: context, table: table, mentions: mentions)
  }

  func relations() -> [RelationReading] {
    var found: [RelationReading] = []
    var shared: [Int: Post] = [:]
    for mention in mentions where mention.type == .person {
      guard let person = mention.entity, person.kind == .person,
        // `the President` taken for a name
        context.ontology.title(person.key) == nil,
        context.tree.sentenceIndices.indices.contains(mention.head),
        context.tree.sentenceIndices[mention.head] >= 0
      else { continue }
      let titled = beforeName(mention, person)
      // `Ministers A, B and C`: a plural serves the names that follow it.
      if let post = titled.last(where: \.isPlural) {
        for name in context.tree.conjuncts(of: mention.head) where name > mention.head {
          shared[name] = post
        }
      }
      var posts = titled
      if titled.isEmpty, var post = shared[mention.head] {
        let own = behindName(mention)
        if !own.isEmpty { (post.left, post.right) = ([], own) }
        post.tokens = mention.tokens
        posts.append(post)
      }
      found += posts.flatMap { readings($0, mention, person, among: found) }
      for phrase in described(mention) + besideName(mention) {
        found += party(phrase, mention, person)
        found +=
          phrases
          .posts(in: phrase, of: person, isBeforeName: false)
          // `key officials` are not one of them.
          .filter { !$0.isPlural || context.lemmas[phrase.lowerBound] == "one" }
          .flatMap { readings($0, mention, person, among: found) }
      }
      found += partyLetter(mention, person)
      if posts.isEmpty { found += house(mention, person) }
    }
    return found
  }

  func reading(
    _ relation: String, _ person: EntityID, _ object: EntityID, _ mention: Mention,
    _ post: Range<Int>, year: Int? = nil
  ) -> RelationReading {
    let wide =
      min(
        post.lowerBound, mention.tokens.lowerBound)..<max(
        post.upperBound, mention.tokens.upperBound)
    return RelationReading(
      relation: relation, subject: person, object: object, year: year,
      tokens: context.tree.span(of: wide).count <= 250 ? wide : post,
      at: mention.head, construction: "office")
  }
}
