import Diagnostics
import Outline

/// Brings a lesson into the one layout: header, headings, indentation and blank lines. Its sentences
/// stay as they are, and are not wrapped anew.
package func formatLesson(_ file: SourceFile) -> FormattedFile {
  let outline = readOutline(file)
  var spelling = LineSpelling()
  if let front = outline.front { spelling.texts = front.spelled(column: 0, lists: []) }
  for section in outline.sections {
    spelling.texts[section.heading.whole.start] = section.spelledHeading(lessonKinds)
  }
  return formatOutline(outline, spelling)
}
