import Diagnostics
import Outline

/// Brings a rubric, a codebook, its words, coded responses or an anchor into the one layout: header, headings, indentation and blank
/// lines. The inside of its lines, and of cue patterns above all, stays as it is.
package func formatRubric(_ file: SourceFile) -> FormattedFile {
  let outline = readOutline(file)
  var spelling = LineSpelling()
  if let front = outline.front { spelling.texts = front.spelled(column: 0, lists: []) }
  for section in outline.sections {
    spelling.texts[section.heading.whole.start] = section.spelledHeading(
      codebookKinds + responseKinds + AnchorHeading.allCases.map(\.rawValue))
  }
  return formatOutline(outline, spelling)
}
