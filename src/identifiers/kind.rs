//! What an identifier is: its name for people, whose system it belongs to, and whether it reaches someone.

/// A country or jurisdiction that issues an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Jurisdiction {
    /// United Kingdom.
    Uk,
    /// Ireland.
    Ireland,
    /// Hong Kong.
    HongKong,
    /// Malaysia.
    Malaysia,
    /// Singapore.
    Singapore,
    /// South Africa.
    SouthAfrica,
    /// New Zealand.
    NewZealand,
    /// Australia.
    Australia,
    /// United States.
    UnitedStates,
    /// Canada.
    Canada,
    /// India (many of its citizens are patients and staff in the other ten).
    India,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident => $name:literal, $jurisdiction:expr;)*) => {
        /// A kind of direct identifier. The order is the order of preference where two kinds claim the same
        /// digits on equal evidence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$doc])* $variant,)* }

        impl Kind {
            /// Every kind, in order of preference.
            pub const ALL: &[Kind] = &[$(Kind::$variant,)*];

            /// The name a reader knows it by, to stand in a sentence.
            pub fn name(self) -> &'static str {
                match self { $(Kind::$variant => $name,)* }
            }

            /// Whose system it belongs to; `None` when the form alone does not tell.
            pub fn jurisdiction(self) -> Option<Jurisdiction> {
                match self { $(Kind::$variant => $jurisdiction,)* }
            }
        }
    };
}

use Jurisdiction::{
    Australia, Canada, HongKong, India, Ireland, Malaysia, NewZealand, Singapore, SouthAfrica, Uk, UnitedStates,
};

kinds! {
    /// Community Health Index number (Scotland).
    Chi => "CHI number", Some(Uk);
    /// NHS number (England, Wales, Isle of Man).
    Nhs => "NHS number", Some(Uk);
    /// Health and Care number (Northern Ireland).
    HealthAndCare => "Health and Care number", Some(Uk);
    /// National Insurance number.
    NationalInsurance => "National Insurance number", Some(Uk);
    /// Personal Public Service number.
    Pps => "PPS number", Some(Ireland);
    /// Individual Health Identifier (Ireland).
    IrishIhi => "individual health identifier (Ireland)", Some(Ireland);
    /// Hong Kong identity card number.
    Hkid => "Hong Kong identity card number", Some(HongKong);
    /// Malaysian identity card number.
    MyKad => "MyKad number", Some(Malaysia);
    /// National Registration Identity Card or Foreign Identification number.
    Nric => "NRIC or FIN", Some(Singapore);
    /// South African identity number.
    SouthAfricanId => "South African ID number", Some(SouthAfrica);
    /// National Health Index number.
    Nhi => "NHI number", Some(NewZealand);
    /// Individual Healthcare Identifier (Australia).
    AustralianIhi => "individual healthcare identifier (Australia)", Some(Australia);
    /// Medicare card number (Australia).
    AustralianMedicare => "Medicare card number", Some(Australia);
    /// Medicare Beneficiary Identifier.
    Mbi => "Medicare Beneficiary Identifier", Some(UnitedStates);
    /// Social Security number.
    Ssn => "Social Security number", Some(UnitedStates);
    /// Aadhaar number.
    Aadhaar => "Aadhaar number", Some(India);
    /// Personal Health Number of British Columbia.
    BcHealth => "BC Personal Health Number", Some(Canada);
    /// Health insurance number of Quebec.
    QuebecHealth => "Quebec health insurance number", Some(Canada);
    /// Health card number of Ontario.
    OntarioHealth => "Ontario health card number", Some(Canada);
    /// A health number of another province or territory.
    ProvincialHealth => "provincial health number", Some(Canada);
    /// Social Insurance Number.
    Sin => "Social Insurance Number", Some(Canada);
    /// Tax File Number.
    TaxFile => "tax file number", Some(Australia);
    /// Hospital, unit or medical record number.
    RecordNumber => "hospital record number", None;
    /// Laboratory, specimen or imaging number.
    LaboratoryNumber => "laboratory number", None;
    /// Booking, appointment, referral or claim number.
    BookingNumber => "booking or referral number", None;
    /// A telephone number.
    Phone => "phone number", None;
    /// An e-mail address.
    Email => "e-mail address", None;
    /// A street address.
    StreetAddress => "street address", None;
    /// A postcode that leads to a handful of homes.
    Postcode => "postcode", None;
    /// A vehicle's number plate.
    NumberPlate => "number plate", None;
    /// A bed, bay or room together with its ward or hospital.
    Bed => "bed or room with its ward", None;
    /// An exact date of birth.
    DateOfBirth => "date of birth", None;
    /// The date of an admission, discharge or operation, with the place.
    AdmissionDate => "admission or discharge date", None;
    /// A link that opens a patient's record or a shared file.
    FileLink => "link to a record or shared file", None;
    /// A long number nobody named and no check digit claims.
    UnlabelledNumber => "long number", None;
}

impl Kind {
    /// Its name with the article that is said before it ("an NHS number").
    pub fn with_article(self) -> String {
        let name = self.name();
        let an = name.starts_with(['A', 'a', 'e', 'i', 'o'])
            || ["NHS", "NHI", "NRIC"].iter().any(|spelled| name.starts_with(spelled));
        format!("{} {name}", if an { "an" } else { "a" })
    }

    /// Whether it reaches a person or their home, so that a public line or clinic's address is possible.
    pub fn is_contact(self) -> bool {
        matches!(self, Kind::Phone | Kind::Email | Kind::StreetAddress | Kind::Postcode)
    }
}
