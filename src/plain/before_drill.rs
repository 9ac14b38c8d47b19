//! Before a drill, the improvement actions of earlier exercises and live cases of that playbook, one at a time: done, better, no change.
//! What was found is noted in the control folder with its label and where it is from.

use super::input::{Input, Line};
use crate::base::text::inert_line;
use crate::base::{Clock, Now};
use crate::case::Tag;
use crate::session::drill::Conduct;
use crate::session::improvements::OpenImprovement;
use std::io::{self, Write};

/// What can be found of one today.
const FOUND: [&str; 3] = ["done", "better", "no change"];

/// Asks about each until they are through or the input ends. Says whether there is more input.
///
/// # Errors
/// If input or output fail; what was acknowledged is recorded.
pub fn before_drill(
    conduct: &mut Conduct,
    open: &[OpenImprovement],
    now: Now,
    clock: &dyn Fn() -> Box<dyn Clock>,
    input: &mut dyn Input,
    out: &mut dyn Write,
) -> io::Result<bool> {
    if open.is_empty() {
        return Ok(true);
    }
    let say = |out: &mut dyn Write, text: &str| writeln!(out, "{}", inert_line(text));
    say(out, "Before the drill: what was to become better. An empty line leaves one for the next time.")?;
    for one in open {
        say(out, &one.words(now))?;
        loop {
            write!(out, "EXERCISE looked at today? {}> ", FOUND.join(", "))?;
            out.flush()?;
            let typed = match input.next_line()? {
                Line::Text(text) => text.trim().to_owned(),
                Line::Unusable(why) => {
                    say(out, &why)?;
                    continue;
                }
                Line::End | Line::Stopped => {
                    writeln!(out)?;
                    return Ok(false);
                }
            };
            if typed.is_empty() {
                break;
            }
            let Some(found) = FOUND.into_iter().find(|word| word.eq_ignore_ascii_case(&typed)) else {
                say(out, &format!("\"{typed}\" is none of them."))?;
                continue;
            };
            let text = format!("{} of {}: {found}: {}", one.label, one.from(), one.name);
            match conduct.observe(&text, Tag::Improvement, None, None) {
                Ok(receipt) => say(out, &format!("Noted as {}.", receipt.name))?,
                Err(error) => {
                    say(out, &format!("NOT RECORDED. {error}"))?;
                    continue;
                }
            }
            if found == FOUND[0] {
                let person = conduct.case().person().to_owned();
                match one.done(now.date(), &person, clock()) {
                    Ok(receipt) => say(out, &format!("Done in {} as {}.", one.case, receipt.name))?,
                    Err(why) => say(out, &why.words())?,
                }
            }
            break;
        }
    }
    Ok(true)
}
