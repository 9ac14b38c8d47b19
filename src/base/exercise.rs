//! Words that a script and the log of an exercise share: how an inject reaches the players, and what somebody is in the exercise.

use super::written::words;

words! {
    /// How an inject reaches the players.
    pub enum Delivery, said {
        Phone = "phone", "by telephone";
        InPerson = "in_person", "in person";
        Radio = "radio", "by radio";
        Email = "email", "by e-mail";
        Letter = "letter", "by letter";
        Handout = "handout", "as a handout";
        News = "news", "in the news";
        Social = "social", "on social media";
        Screen = "screen", "on a screen";
    }
}

impl Delivery {
    /// Whether the text is read out and never enters the case; the screen shows the gist alone.
    pub fn is_spoken(self) -> bool {
        matches!(self, Self::Phone | Self::InPerson | Self::Radio)
    }
}

words! {
    /// What somebody is in an exercise.
    pub enum Plays, said {
        Player = "player", "player";
        Facilitator = "facilitator", "facilitator";
        Evaluator = "evaluator", "evaluator";
        Observer = "observer", "observer";
        /// Answers for those who do not take part.
        Simcell = "simcell", "simulation cell";
    }
}
