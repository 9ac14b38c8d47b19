//! Answers as people type them, as they are stored, and why one is refused.

use breachbook::base::ItemId;
use breachbook::judge::types::answer::{Answer, MAX_ANSWER, Unanswered};
use breachbook::playbook::question::{AnswerType, OptionText, Question};

fn question(answer: AnswerType) -> Question {
    let option = |id: &str, label: &str| OptionText {
        id: ItemId::new(id).unwrap(),
        label: label.into(),
        help: None,
        cite: vec![],
    };
    let options = vec![option("health", "Health information"), option("criminal", "Criminal record")];
    Question { answer, options, other: true, prompts: vec![], currency: *b"AUD", from_review: None, for_each: None }
}

fn read(answer: AnswerType, text: &str) -> Result<Answer, Unanswered> {
    let now = breachbook::base::Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap();
    Answer::parse_typed(&question(answer), text, now)
}

#[test]
fn unknown_is_an_answer_of_every_type_and_never_no() {
    for kind in AnswerType::ALL {
        assert_eq!(read(kind, "unknown"), Ok(Answer::Unknown), "{kind:?}");
    }
    assert_eq!(read(AnswerType::YesNo, "no"), Ok(Answer::YesNo(false)));
}

#[test]
fn a_choice_is_read_by_id_label_or_number() {
    for typed in ["criminal", "Criminal record", "2"] {
        assert_eq!(read(AnswerType::OneOf, typed).unwrap().to_text(), "criminal", "{typed}");
    }
    assert_eq!(
        read(AnswerType::ManyOf, "2, health, other: library card, expired").unwrap().to_text(),
        "health, criminal, other: library card, expired"
    );
    assert_eq!(read(AnswerType::ManyOf, "none"), Ok(Answer::Many(vec![])));
    assert!(read(AnswerType::OneOf, "3").unwrap_err().says.contains("health, criminal"));
}

#[test]
fn what_is_stored_reads_back_as_the_same_answer() {
    let samples = [
        (AnswerType::YesNo, "y"),
        (AnswerType::OneOf, "other: a fax"),
        (AnswerType::ManyOf, "2,1"),
        (AnswerType::Number, "80-120"),
        (AnswerType::Money, "$1,500"),
        (AnswerType::When, "about 01:00"),
        (AnswerType::Duration, "1d 2h"),
        (AnswerType::Text, "two\nlines"),
        (AnswerType::People, "Ana Example; class=student\nBo Example"),
        (AnswerType::Places, "None"),
    ];
    for (kind, typed) in samples {
        let answer = read(kind, typed).unwrap();
        assert_eq!(read(kind, &answer.to_text()), Ok(answer), "{typed}");
    }
}

#[test]
fn a_refusal_says_what_the_question_takes() {
    assert!(read(AnswerType::Number, "many").unwrap_err().says.contains("80 to 120"));
    assert!(read(AnswerType::People, "Ana; shoe=42").unwrap_err().says.contains("residence"));
    assert!(read(AnswerType::Text, &"x".repeat(MAX_ANSWER + 1)).unwrap_err().says.contains("note"));
}
