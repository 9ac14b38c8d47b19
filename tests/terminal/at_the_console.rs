//! A facilitator at the console on the full screen: each act by its keys, waited for until the console shows what came of it.

use crate::night::{CTRL_S, DOWN, ENTER, HOME, LEFT, RIGHT};
use crate::set_clock::SetClock;
use crate::terminal::{Terminal, flat};
use breachbook::drill::script::Script;

pub struct Console {
    pub terminal: Terminal,
    pub script: Script,
}

/// What the console's clock says: the time of the exercise in seconds of its day once there is one, and the real time as it stands there.
#[derive(PartialEq, Eq, Debug)]
struct Time {
    runs: bool,
    exercise: Option<u64>,
    real: Option<String>,
}

impl Time {
    fn of(contents: &str) -> Self {
        let line = contents.lines().nth(1).unwrap_or_default();
        let after = |word: &str| line.split(word).nth(1).map(str::trim);
        let seconds = |clock: &str| {
            let parts: Vec<u64> = clock.split(':').filter_map(|part| part.parse().ok()).collect();
            (parts.len() == 3).then(|| parts[0] * 3600 + parts[1] * 60 + parts[2])
        };
        let exercise = after(" exercise ").and_then(|rest| seconds(rest.split_whitespace().nth(1)?));
        let real = after(" real ").and_then(|rest| Some(rest.split_whitespace().next()?.to_owned()));
        Self { runs: line.contains("RUNNING"), exercise, real }
    }
}

impl Console {
    /// Lets time pass before the console's eyes, a minute at a time, so that it never was away.
    pub fn lives_until(&mut self, clock: &mut SetClock, seconds: u64) {
        while clock.seconds() < seconds {
            let step = (seconds - clock.seconds()).min(60);
            let before = Time::of(&self.terminal.screen());
            clock.moves(step);
            let exercise = before.exercise.filter(|_| before.runs).map(|then| (then + step) % (24 * 3600));
            self.terminal.wakes().wait("the time that was set", |screen, _| {
                let now = Time::of(&screen.contents());
                now.real.is_some() && if before.runs { now.exercise == exercise } else { now.real != before.real }
            });
        }
    }

    /// What is typed at a console that works line by line, by keys.
    pub fn acts(&mut self, act: &str) {
        let words: Vec<&str> = act.split_whitespace().collect();
        let rest = |from: usize| words[from..].join(" ");
        match words[0] {
            "start" | "resume" => _ = self.terminal.keys(" ").shows("RUNNING"),
            "pause" => _ = self.terminal.keys(" ").shows("PAUSED"),
            "send" => {
                self.selects(words[1]);
                const OUT_OF_TURN: &str = "Enter once more sends it";
                self.terminal.keys(ENTER).wait("the inject sent", |screen, _| {
                    let contents = screen.contents();
                    Row::marked(&contents).is_some_and(|row| row.is(words[1], "sent"))
                        || flat(&contents).contains(OUT_OF_TURN)
                });
                if flat(&self.terminal.screen()).contains(OUT_OF_TURN) {
                    self.terminal.keys(ENTER);
                }
                self.becomes(words[1], "sent");
            }
            "hold" => {
                self.selects(words[1]);
                self.terminal.keys("h");
                self.becomes(words[1], "held");
            }
            "go" => {
                self.selects(words[1]);
                self.terminal.keys("h").wait("the inject let go", |screen, _| {
                    Row::marked(&screen.contents()).is_some_and(|row| row.number == words[1] && row.stands != "held")
                });
            }
            "skip" => {
                self.selects(words[1]);
                self.terminal.keys("s").shows("▸ ").shows("Enter record").keys(&rest(2)).keys(CTRL_S);
                self.becomes(words[1], "skipped");
            }
            "later" => self.puts_off(words[1], words[2]),
            "judge" => self.judges(words[1], words[2]),
            "part" => {
                let at = self.script.parts.iter().position(|part| part.id.as_str() == words[1]).unwrap();
                let begun = format!("part {}/{}", at + 1, self.script.parts.len());
                self.terminal.keys("n").shows("Begin the part: ").keys(ENTER).shows(&begun);
            }
            "end" => {
                self.terminal.keys(":").shows("Commands").keys("end the exercise").shows("▸ end the exercise");
                self.terminal.keys(ENTER).shows("Enter end the exercise").keys(ENTER).shows("ENDED");
            }
            other => panic!("no act of the console: {other}"),
        }
    }

    /// Goes to an inject by the arrows, however the list is ordered now.
    fn selects(&mut self, number: &str) {
        self.terminal.keys(LEFT).keys(HOME);
        self.terminal
            .wait("the first inject", |screen, _| Row::marked(&screen.contents()).is_some_and(|row| row.at == 0));
        loop {
            let row = Row::marked(&self.terminal.screen()).unwrap();
            if row.number == number {
                return;
            }
            self.terminal.keys(DOWN).wait(&format!("a row behind {row:?}, towards inject {number}"), |screen, _| {
                Row::marked(&screen.contents()).is_some_and(|now| now.number != row.number)
            });
        }
    }

    fn becomes(&mut self, number: &str, stands: &str) {
        self.terminal.wait(&format!("inject {number} as {stands}"), |screen, _| {
            Row::marked(&screen.contents()).is_some_and(|row| row.is(number, stands))
        });
    }

    /// By one of the minutes that are offered, else by what is typed.
    fn puts_off(&mut self, number: &str, minutes: &str) {
        self.selects(number);
        self.terminal.keys("d").shows("Later").shows("1 Inject");
        let before = Row::marked(&self.terminal.screen());
        match ["5", "10", "15"].iter().position(|offered| *offered == minutes) {
            Some(at) => _ = self.terminal.keys(&format!("{}", at + 1)).keys(ENTER),
            None => {
                self.terminal.keys("8").keys(ENTER).shows("Move inject").keys(minutes).keys(CTRL_S);
            }
        }
        self.terminal.hides("Later").wait("another time", |screen, _| {
            let now = Row::marked(&screen.contents());
            now.as_ref().is_some_and(|row| row.number == number) && now != before
        });
    }

    /// Judges what is expected by its key, without a word.
    fn judges(&mut self, expectation: &str, verdict: &str) {
        let expectation = self.script.expectations.iter().find(|known| known.id.as_str() == expectation).unwrap();
        let own = self.script.expectations.iter().filter(|known| known.inject == expectation.inject);
        let at = own.map(|known| &known.id).position(|id| *id == expectation.id).unwrap();
        let (number, text) = (expectation.inject.to_string(), expectation.text.clone());
        self.selects(&number);
        self.terminal.keys(RIGHT).keys(HOME).keys(&DOWN.repeat(at));
        let begins: String = text.chars().take(20).collect();
        self.terminal.wait(&format!("{text} selected"), |screen, _| {
            let contents = screen.contents();
            let below = contents.lines().skip_while(|line| !line.trim_start().starts_with("Expected"));
            below.filter_map(|line| line.trim_start().strip_prefix('▸')).any(|row| row.contains(&begins))
        });
        let (key, said) = match verdict {
            "met" => ("1", "Met"),
            "partly" => ("2", "Partly"),
            "missed" => ("3", "Missed"),
            _ => ("4", "Does not apply"),
        };
        let title = format!("{said}: {}", flat(&text));
        self.terminal.keys(key).shows(&title).keys(CTRL_S).hides(&title);
    }
}

/// The row of the injects that has the mark.
#[derive(PartialEq, Eq, Debug)]
struct Row {
    /// Its place among those in sight.
    at: usize,
    stands: String,
    number: String,
    line: String,
}

impl Row {
    fn is(&self, number: &str, stands: &str) -> bool {
        self.number == number && self.stands == stands
    }

    fn marked(contents: &str) -> Option<Self> {
        let is_rule = |line: &&str| line.trim_start().starts_with("────");
        let rows = contents.lines().skip_while(|line| !is_rule(line)).skip(1).take_while(|line| !is_rule(line));
        let (at, line) = rows.enumerate().find(|(_, line)| line.trim_start().starts_with('▸'))?;
        let mut words = line.trim_start().trim_start_matches('▸').split_whitespace();
        let stands = words.next()?.to_owned();
        let number = words.find(|word| word.starts_with(|sign: char| sign.is_ascii_digit()) && !word.contains(':'))?;
        Some(Self { at, stands, number: number.to_owned(), line: line.to_owned() })
    }
}
