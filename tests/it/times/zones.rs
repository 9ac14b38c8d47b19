//! Zones of the earth by their rules, so that no test depends on what a computer has installed.

use breachbook::base::Zone;

/// Twenty zones: both halves of the earth, halves and quarters of an hour, changes at midnight, by half an hour and by two, the
/// winter as the exception, and zones that never change.
pub const ZONES: [(&str, &str); 20] = [
    ("New York", "EST5EDT,M3.2.0,M11.1.0"),
    ("Chicago", "CST6CDT,M3.2.0,M11.1.0"),
    ("Denver", "MST7MDT,M3.2.0,M11.1.0"),
    ("Los Angeles", "PST8PDT,M3.2.0,M11.1.0"),
    ("Phoenix", "MST7"),
    ("St John's", "NST3:30NDT,M3.2.0,M11.1.0"),
    ("Havana", "CST5CDT,M3.2.0/0,M11.1.0/1"),
    ("Santiago", "<-04>4<-03>,M9.1.6/24,M4.1.6/24"),
    ("London", "GMT0BST,M3.5.0/1,M10.5.0"),
    ("Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1"),
    ("Berlin", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Troll", "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3"),
    ("Beirut", "EET-2EEST,M3.5.0/0,M10.5.0/0"),
    ("Kolkata", "IST-5:30"),
    ("Kathmandu", "<+0545>-5:45"),
    ("Perth", "AWST-8"),
    ("Adelaide", "ACST-9:30ACDT,M10.1.0,M4.1.0/3"),
    ("Lord Howe", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"),
    ("Chatham", "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45"),
    ("Kiritimati", "<+14>-14"),
];

pub fn zone(rule: &str) -> Zone {
    Zone::of_posix(rule).unwrap_or_else(|| panic!("{rule} is no rule"))
}
