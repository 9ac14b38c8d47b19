//! Letters typed where they are commands or answers: by somebody who believes to be writing, or by a key that bounces.

use crate::support::stage::Stage;

const FIRST_YES_NO: &str = "Is any of the information about human beings?";
const ONLY: &str = "Only y, n and u answer this. Nothing was recorded.";
/// Typing speeds: every key at once, fast, slow, as by somebody who looks for each.
const SPEEDS: [u64; 4] = [0, 90, 400, 2000];

/// At the first yes/no question of a case in which nothing was recorded but that it was opened.
fn at_yes_no() -> Stage {
    Stage::trinity().keys(r#"/ "human beings" <enter>"#).shows(FIRST_YES_NO)
}

fn recorded(stage: &Stage) -> usize {
    stage.app.case().expect("the stage has opened a case").state().log.len()
}

#[test]
fn y_and_enter_answer_a_question_and_the_next_one_is_shown() {
    let stage = at_yes_no().keys("y").shows("▸ y").shows("Enter record").shows("✓ k4-1 02:13  Case opened");
    stage.keys("<enter>").shows("✓ k4-2 02:13  Yes · Is any of").shows_not("▸ y");
}

#[test]
fn words_typed_at_a_yes_no_question_record_nothing() {
    for words in ["nobody knows", "you", "unclear so far", "not sure", "yesterday", "no, but soon", "y n", "uu"] {
        for milliseconds in SPEEDS {
            let typed = format!("\"{words}\" <enter>");
            let mut stage = at_yes_no().types(&typed, milliseconds);
            assert_eq!(recorded(&stage), 1, "{words} at {milliseconds} ms:\n{}", stage.text());
            stage.shows(ONLY).shows(&format!("▸ {words}"));
        }
    }
    // What begins with another letter begins no line: Enter finds none, and says so or does nothing.
    for words in ["about 2", "an hour ago", "I think so", "host"] {
        for milliseconds in [0, 90, 400] {
            let typed = format!("\"{words}\" <enter>");
            let mut stage = at_yes_no().types(&typed, milliseconds);
            assert_eq!(recorded(&stage), 1, "{words} at {milliseconds} ms:\n{}", stage.text());
        }
    }
}

#[test]
fn a_whole_line_answers_at_any_speed_and_in_capitals_too() {
    for (words, answer) in
        [("not known yet", "Not known yet"), ("unknown", "Not known yet"), ("no", "No"), ("YES", "Yes")]
    {
        for milliseconds in SPEEDS {
            let stage = at_yes_no().types(&format!("\"{words}\" <enter>"), milliseconds);
            assert_eq!(recorded(&stage), 2, "{words} at {milliseconds} ms");
            stage.shows(&format!("{answer} · Is any of"));
        }
    }
}

#[test]
fn words_typed_at_a_time_question_open_nothing_and_record_nothing() {
    let at_time = || Stage::trinity().keys(r#"/ "When was the suspected" <enter>"#).shows("QUESTION");
    for words in ["2h ago", "host", "lost it", "about 01:40", "yesterday"] {
        for milliseconds in [0, 90, 400] {
            let typed = format!("\"{words}\" <enter>");
            let mut stage = at_time().types(&typed, milliseconds);
            assert_eq!(recorded(&stage), 1, "{words} at {milliseconds} ms:\n{}", stage.text());
            if !(words == "host" || words == "lost it") || milliseconds < 150 {
                stage.shows_not("Who takes over").shows_not("Where this case stands");
            }
        }
    }
    at_time().types("\"2h ago\"", 300).shows("Nothing was typed");
    at_time().types("\"1h ago\"", 300).shows("Nothing was typed").shows("Enter opens");
}

#[test]
fn a_name_that_may_be_a_word_is_read_once_more_before_the_keyboard_is_handed_over() {
    let stage = Stage::trinity().types("\"office\"", 300).shows("ffice");
    assert_eq!(recorded(&stage), 1);
    stage.keys("<enter>").shows("✓ k4-2");
}

#[test]
fn a_key_that_bounces_answers_one_question_only() {
    let stage = at_yes_no().types("n n", 20).shows("▸ nn").keys("<enter>").shows(ONLY);
    assert_eq!(recorded(&stage), 1);
    let stage = at_yes_no().types("n <enter> <enter>", 20);
    assert_eq!(recorded(&stage), 2);
}

#[test]
fn keys_that_came_in_one_read_answer_no_question_that_nobody_has_seen() {
    for keys in ["n <enter> n <enter> n <enter>", "u <enter> <enter> 1 <enter>", "y <enter> d <enter>"] {
        let mut stage = at_yes_no().types(keys, 0);
        assert_eq!(recorded(&stage), 2, "{keys}:\n{}", stage.text());
    }
    // Somebody who saw the second question answers it as fast as they like.
    assert_eq!(recorded(&at_yes_no().types("n <enter> u <enter>", 160)), 3);
}

#[test]
fn an_emptied_line_answers_anew() {
    let stage = at_yes_no().keys(r#""unclear" <enter>"#).shows(ONLY).keys("<esc>").shows_not("▸ unclear");
    let stage = stage.keys("<enter>").shows("Press y, n or u, then Enter.");
    assert_eq!(recorded(&stage), 1);
    stage.keys("n <enter>").shows("No · Is any of");
}

#[test]
fn letters_choose_again_after_words_were_taken_back() {
    let stage = at_yes_no().keys("u <tab>").shows("(•) 3 Not known yet").types("\"known\"", 300);
    let stage = stage.shows(ONLY).keys("<esc>").shows(FIRST_YES_NO);
    assert_eq!(recorded(&stage), 1);
}

#[test]
fn leaving_what_one_key_opened_asks_nothing_and_leaves_no_line_about_it() {
    let stage = at_yes_no().keys(r#"y <enter> / "human beings" <enter>"#).shows("✓ Yes").keys("n").shows("▸ n");
    stage.keys("<esc>").shows(FIRST_YES_NO).shows_not("▸ n").shows("✓ Yes");
}

#[test]
fn the_key_that_was_pressed_counts_over_the_choice_in_a_kept_draft() {
    let stage = at_yes_no().keys(r"n <tab> ").shows("(•) 2 No").keys(r#"<tab> "By telephone" <esc>"#);
    let stage = stage.shows("The text is kept while the program runs").shows(FIRST_YES_NO);
    let stage = stage.keys("<esc> y <tab>").shows("(•) 1 Yes").shows("By telephone");
    assert_eq!(recorded(&stage), 1);
}
