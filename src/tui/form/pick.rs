//! Choosing: one by the arrows or its number, several by ticking.

use super::field::Pick;

impl Pick {
    /// A choice of one, with nothing chosen.
    pub fn one(options: Vec<(String, String, Option<String>)>) -> Self {
        Self { options, ..Self::default() }
    }

    /// A choice of several, with nothing ticked. `alone` exclude all others.
    pub fn many(options: Vec<(String, String, Option<String>)>, alone: Vec<usize>) -> Self {
        let ticked = Some(vec![false; options.len()]);
        Self { options, at: None, ticked, alone }
    }

    /// Puts the cursor on the option with this value, and ticks it.
    #[must_use]
    pub fn on(mut self, value: &str) -> Self {
        if let Some(at) = self.options.iter().position(|(known, ..)| known == value) {
            self.choose(at);
        }
        self
    }

    /// Puts back what was chosen before, nothing if nothing was.
    pub fn restore(&mut self, value: &str) {
        self.at = None;
        if let Some(ticked) = &mut self.ticked {
            ticked.fill(false);
        }
        for part in value.split(", ") {
            if let Some(at) = self.position(part) {
                self.choose(at);
            }
        }
    }

    /// Where the value stands.
    pub fn position(&self, value: &str) -> Option<usize> {
        self.options.iter().position(|(known, ..)| known == value)
    }

    /// Moves the cursor; where one is chosen, the cursor chooses.
    pub fn step(&mut self, down: bool) {
        let last = self.options.len().saturating_sub(1);
        self.at = Some(match (self.at, down) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => (at + 1).min(last),
            (Some(at), false) => at.saturating_sub(1),
        });
    }

    /// Chooses or unticks by place.
    pub fn choose(&mut self, at: usize) -> bool {
        if at >= self.options.len() {
            return false;
        }
        self.at = Some(at);
        if let Some(ticked) = &mut self.ticked {
            let now = !ticked[at];
            ticked[at] = now;
            for (other, tick) in ticked.iter_mut().enumerate() {
                let excluded = self.alone.contains(&at) || self.alone.contains(&other);
                if now && other != at && excluded {
                    *tick = false;
                }
            }
        }
        true
    }

    /// Whether an option is chosen.
    pub fn is_chosen(&self, at: usize) -> bool {
        match &self.ticked {
            Some(ticked) => ticked.get(at).copied().unwrap_or(false),
            None => self.at == Some(at),
        }
    }

    /// The stored form of what is chosen; empty when nothing is.
    pub fn value(&self) -> String {
        let chosen = (0..self.options.len()).filter(|at| self.is_chosen(*at));
        chosen.map(|at| self.options[at].0.as_str()).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<(String, String, Option<String>)> {
        ["health", "criminal", "none"].iter().map(|id| ((*id).into(), (*id).into(), None)).collect()
    }

    #[test]
    fn nothing_is_chosen_until_somebody_chooses() {
        assert_eq!(Pick::one(options()).value(), "");
        assert_eq!(Pick::many(options(), vec![2]).value(), "");
    }

    #[test]
    fn none_excludes_the_others_and_the_others_exclude_none() {
        let mut pick = Pick::many(options(), vec![2]);
        pick.choose(1);
        pick.choose(0);
        assert_eq!(pick.value(), "health, criminal");
        pick.choose(2);
        assert_eq!(pick.value(), "none");
        pick.choose(0);
        assert_eq!(pick.value(), "health");
    }
}
