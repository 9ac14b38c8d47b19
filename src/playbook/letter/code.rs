//! What only a letter can have wrong.

use crate::source::code::codes;

codes! {
    /// What the text of a document can have wrong, in the order of the manual.
    OF_LETTERS;
    LetterWithoutDocument = "letter-without-document", Error, "A text belongs to no document of its playbook.",
        "Name the file after the document, `notice_letter.md`, or after it and one of its `texts`, `statement.rumour.md`.";
    LetterTooLong = "letter-too-long", Error, "A text has more than 64 KiB, or a playbook more than 200 of them.",
        "Shorten it, or take out what belongs to no document.";
    LetterBraces = "letter-braces", Error, "Double braces are opened or closed alone, or hold no name.",
        "Write `{{ must.x }}`, `{{ answer.x }}` or `{{ fact.x }}`.";
    LetterUnknownName = "letter-unknown-name", Error, "A name in double braces is none that the document can say.",
        "`must.` names what supplies a content of the document, `answer.` a question, `fact.` one of the facts of [facts].";
    LetterMarkup = "letter-markup", Error, "A letter has headings, paragraphs, lists and strong words, and nothing else.",
        "Write it as plain words; a sign that is meant as itself has a backslash before it.";
    LetterLacksContent = "letter-lacks-content", Warning, "A text has no place for something that its document must contain.",
        "Add `{{ must.x }}` where it belongs: without it the text can never be drafted.";
}
