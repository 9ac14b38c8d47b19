//! What programs call the columns of a list of persons. English only; whatever else a heading is called, people say what it is.

use crate::playbook::register::Column;
use crate::source::table::fold::{bare, heading};

/// What a column of a list is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    Name,
    Address,
    Email,
    Phone,
    Residence,
    Class,
    Current,
    Language,
}

/// A piece of a name or of an address, in the order in which pieces are joined.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Piece {
    First,
    Middle,
    Last,
    Suffix,
    Line2,
    Line3,
    City,
    State,
    Zip,
}

/// Groups of words for one kind; those of an earlier group go before.
type Groups = &'static [&'static [&'static str]];

const KINDS: [(Kind, Groups); 8] = [
    (
        Kind::Name,
        &[
            &["name", "fullname", "personname"],
            &["person", "student", "studentname", "employee", "employeename", "customer", "customername"],
            &["recipient", "recipientname", "member", "membername", "displayname", "contactname"],
        ],
    ),
    (
        Kind::Address,
        &[
            &["address", "postaladdress", "mailingaddress", "homeaddress", "lastknownhomeaddress"],
            &["streetaddress", "street", "addressline1", "addressline", "address1", "addr1", "street1"],
            &["postal", "mailing", "home", "homestreet", "mailingstreet", "permanentaddress"],
        ],
    ),
    (
        Kind::Email,
        &[
            &["email", "emailaddress", "mail", "mailaddress"],
            &[
                "email1",
                "primaryemail",
                "workemail",
                "schoolemail",
                "homeemail",
                "personalemail",
                "emailwork",
                "emailhome",
            ],
        ],
    ),
    (
        Kind::Phone,
        &[
            &["phone", "telephone", "tel", "phonenumber", "telephonenumber", "telno", "telephoneno", "phoneno"],
            &["mobile", "cell", "mobilephone", "cellphone", "mobilenumber", "cellnumber"],
            &["homephone", "hometelephone", "primaryphone", "phone1"],
        ],
    ),
    (
        Kind::Residence,
        &[
            &["stateofresidence", "residence", "homestate", "stateorcountryofresidence"],
            &["state", "province", "stateprovince", "stateorprovince"],
            &["homecountry", "country", "countryofresidence"],
        ],
    ),
    (Kind::Class, &[&["class", "type", "role", "category", "persontype"]]),
    (Kind::Current, &[&["current", "currentmember", "active", "enrolled", "isactive", "currentlyenrolled"]]),
    (Kind::Language, &[&["language", "locale", "preferredlanguage"]]),
];

const PIECES: [(Piece, &[&str]); 9] = [
    (Piece::First, &["firstname", "first", "givenname", "given", "forename", "fname"]),
    (Piece::Middle, &["middlename", "middle", "middleinitial", "mi", "additionalname"]),
    (Piece::Last, &["lastname", "last", "surname", "familyname", "lname"]),
    (Piece::Suffix, &["suffix", "namesuffix", "generationalsuffix"]),
    (Piece::Line2, &["addressline2", "address2", "addr2", "street2", "homestreet2"]),
    (Piece::Line3, &["addressline3", "address3", "addr3", "street3", "homestreet3"]),
    (Piece::City, &["city", "town", "suburb", "homecity", "mailingcity", "citytown"]),
    (Piece::State, &["state", "province", "stateprovince", "stateorprovince", "homestate", "mailingstate"]),
    (Piece::Zip, &["zip", "zipcode", "postalcode", "postcode", "zippostalcode", "homepostalcode", "mailingzip"]),
];

/// Words in headings of what is no way to reach somebody and is worth stealing.
const SECRETS: [&str; 18] = [
    "ssn",
    "socialsecurity",
    "password",
    "passphrase",
    "passport",
    "driverslicense",
    "driverlicense",
    "licensenumber",
    "creditcard",
    "cardnumber",
    "accountnumber",
    "bankaccount",
    "iban",
    "dateofbirth",
    "birthdate",
    "dob",
    "taxid",
    "medicalrecord",
];

impl Kind {
    /// Of a column, by its identifier or its label.
    pub fn of(column: &Column) -> Option<Self> {
        [bare(column.id.as_str()), heading(&column.label)]
            .iter()
            .find_map(|word| Self::named(word).map(|(kind, _)| kind))
    }

    /// Of a heading that was folded, with the place of its group.
    fn named(folded: &str) -> Option<(Self, usize)> {
        KINDS.iter().find_map(|(kind, groups)| {
            groups.iter().position(|words| words.contains(&folded)).map(|group| (*kind, group))
        })
    }

    /// How well a heading that was folded names this kind; 0 is best.
    pub fn rank(self, folded: &str) -> Option<usize> {
        let rank = |word: &str| {
            let (_, groups) = KINDS.iter().find(|(kind, _)| *kind == self)?;
            groups.iter().position(|words| words.contains(&word))
        };
        rank(folded).or_else(|| rank(folded.strip_suffix('s')?))
    }
}

impl Piece {
    pub fn of(folded: &str) -> Option<Self> {
        PIECES.iter().find_map(|(piece, words)| words.contains(&folded).then_some(*piece))
    }

    /// As it can be typed in the place of a column.
    pub fn typed(word: &str) -> Option<Self> {
        Self::of(&heading(word)).filter(|piece| piece.is_of_a_name())
    }

    pub fn is_of_a_name(self) -> bool {
        matches!(self, Self::First | Self::Middle | Self::Last | Self::Suffix)
    }
}

/// Whether a heading that was folded is that of some list of persons.
pub fn is_known(folded: &str) -> bool {
    KINDS.iter().any(|(kind, _)| kind.rank(folded).is_some()) || Piece::of(folded).is_some()
}

/// Whether a heading that was folded sounds like a secret.
pub fn is_secret(folded: &str) -> bool {
    SECRETS.iter().any(|word| folded.contains(word)) || folded == "pin" || folded == "mrn"
}

/// Whether a name is that of a sum below the rows, and not of a person.
pub fn is_total(name: &str) -> bool {
    const WORDS: [&str; 10] = [
        "total",
        "totals",
        "grandtotal",
        "subtotal",
        "sum",
        "recordcount",
        "endofreport",
        "totalrecords",
        "totalrows",
        "numberofrecords",
    ];
    let letters = bare(name);
    let letters = letters.trim_end_matches(|sign: char| sign.is_ascii_digit());
    WORDS.contains(&letters)
}
