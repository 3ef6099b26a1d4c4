import LanguageAnalysis
import StanceModel
import StanceOntology

/// When something was done.
extension PredicateReader {
  /// The year that goes with one of several objects (`Crimea in 2014 and then Kherson in 2022`), or with the predicate.
  func year(near object: Int, predicate: Int) -> Int? {
    let tree = context.tree
    guard tree.sentenceIndices[object] >= 0 else { return nil }
    let sentence = context.document.sentences[tree.sentenceIndices[object]].tokens
    // The next year after the object, up to a clause's end.
    for token in (object + 1)..<max(object + 1, min(sentence.upperBound, object + 14)) {
      if let year = calendarYear(token) { return year }
      if context.tokens.upos[token] == .verb && token != predicate
        || context.tokens.forms[token] == ";"
      {
        break
      }
    }
    if let year = year(below: predicate) { return year }
    // `the invasion began in 1996`
    if context.tokens.upos[predicate] == .noun, let verb = tree.head(of: predicate),
      context.tokens.upos[verb] == .verb,
      [.nsubj, .obj].contains(tree.relations[predicate])
    {
      return year(below: verb)
    }
    return nil
  }

  func year(below predicate: Int) -> Int? {
    for child in context.tree.children(of: predicate, RelationSet(.obl, .nmod)) {
      if let year = calendarYear(child) { return year }
      if let year = context.tree.children(of: child).lazy.compactMap({ calendarYear($0) }).first {
        return year
      }
    }
    return nil
  }

  func calendarYear(_ token: Int) -> Int? {
    guard let value = Int(context.tokens.forms[token]), (1700...2100).contains(value) else {
      return nil
    }
    return value
  }
}
