"""Profiles that come as data are taken exactly, with a text that proves each value."""
# ruff: noqa: E501 - exports have long rows

import io
import json
from datetime import date

import pypdfium2 as pdfium
import pytest

import documents_for_tests as made
from tepat.adapters.extract.bundles import ZipArchives
from tepat.adapters.extract.sandbox import Sandbox
from tepat.domain.cv.document import to_document
from tepat.domain.documents import IncomingFile

AS_OF = date(2026, 11, 22)
RESUME = {
    "basics": {
        "name": "Sari Wulandari",
        "email": "sari@kotaksurat.example",
        "phone": "0812-3456-7890",
        "location": {"city": "Bandung", "region": "Jawa Barat", "countryCode": "ID"},
        "summary": "Merawat jaringan kantor.",
    },
    "work": [
        {
            "name": "PT Nusantara",
            "position": "IT Support",
            "startDate": "2020-01-15",
            "endDate": "2023-03",
            "highlights": ["Zabbix"],
        },
        {"name": "PT Contoh", "position": "System Administrator", "startDate": "2023-04"},
    ],
    "volunteer": [{"organization": "Relawan TIK", "position": "Pengajar", "startDate": "2019"}],
    "education": [
        {
            "institution": "Universitas Contoh",
            "area": "Informatika",
            "studyType": "Bachelor",
            "startDate": "2015-09",
            "endDate": "2019",
            "score": "3.52",
        }
    ],
    "skills": [{"name": "MikroTik", "level": "mahir", "keywords": ["Linux", "Linux"]}],
    "certificates": [{"name": "MTCNA", "issuer": "MikroTik"}],
    "languages": [{"language": "Indonesian", "fluency": "native"}],
}
LINKEDIN = {
    "Profile.csv": 'First Name,Last Name,Headline,Summary,Geo Location\nSari,Wulandari,IT Support,Merawat jaringan,"Bandung, Jawa Barat, Indonesia"\n',
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\nPT Nusantara,IT Support,Zabbix,Bandung,Jan 2020,Mar 2023\nPT Contoh,System Administrator,,Bandung,Apr 2023,\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\nUniversitas Contoh,2015,2019,Informatika,Bachelor,\n",
    "Skills.csv": "Name\nMikroTik\nLinux\n",
    "Languages.csv": "Name,Proficiency\nIndonesian,Native\n",
    "Certifications.csv": "Name,Url,Authority\nMTCNA,,MikroTik\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary\nlama@kotaksurat.example,Yes,No\nsari@kotaksurat.example,Yes,Yes\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,0812-3456-7890,Mobile\n",
}
PASSPORT = """<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo><Identification>
<PersonName><FirstName>Sari</FirstName><Surname>Wulandari</Surname></PersonName><ContactInfo><Address><Contact>
<Municipality>Bandung</Municipality></Contact></Address><Email><Contact>sari@kotaksurat.example</Contact></Email>
<TelephoneList><Telephone><Contact>+62 812-3456-7890</Contact></Telephone></TelephoneList></ContactInfo></Identification>
<WorkExperienceList><WorkExperience><Period><From year="2020" month="--01"/><To year="2023" month="--03"/></Period>
<Position><Label>IT Support</Label></Position><Activities>&lt;p&gt;Zabbix&lt;/p&gt;</Activities><Employer><Name>PT Nusantara</Name></Employer>
</WorkExperience></WorkExperienceList><EducationList><Education><Period><To year="2019"/></Period><Title>Bachelor of Informatics</Title>
<Organisation><Name>Universitas Contoh</Name></Organisation></Education></EducationList><Skills><Linguistic><MotherTongueList><MotherTongue>
<Description><Label>Indonesian</Label></Description></MotherTongue></MotherTongueList><ForeignLanguageList><ForeignLanguage><Description><Code>en</Code><Label>English</Label></Description>
<ProficiencyLevel><Listening>C1</Listening><Reading>C1</Reading><SpokenInteraction>B2</SpokenInteraction><Writing>B2</Writing></ProficiencyLevel>
</ForeignLanguage></ForeignLanguageList></Linguistic><Computer><Description>Linux, Zabbix</Description>
</Computer></Skills></LearnerInfo></SkillsPassport>"""
CANDIDATE = """<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:hr="http://www.hr-xml.org/3">
<CandidatePerson><PersonName><oa:GivenName>Sari</oa:GivenName><hr:FamilyName>Wulandari</hr:FamilyName></PersonName>
<Communication><ChannelCode>Email</ChannelCode><oa:URI>sari@kotaksurat.example</oa:URI></Communication>
<Communication><ChannelCode>Telephone</ChannelCode><CountryDialing>62</CountryDialing><oa:DialNumber>81234567890</oa:DialNumber></Communication>
<Communication><Address><oa:CityName>Bandung</oa:CityName></Address></Communication><PrimaryLanguageCode name="NORMAL">ind</PrimaryLanguageCode></CandidatePerson><CandidateProfile><EmploymentHistory>
<EmployerHistory><hr:OrganizationName>PT Nusantara</hr:OrganizationName><PositionHistory><PositionTitle>IT Support</PositionTitle><eures:EmploymentPeriod xmlns:eures="http://www.europass_eures.eu/1.0">
<eures:StartDate><hr:FormattedDateTime>2020-01</hr:FormattedDateTime></eures:StartDate><eures:EndDate><hr:FormattedDateTime>2023-03-31</hr:FormattedDateTime></eures:EndDate>
</eures:EmploymentPeriod></PositionHistory></EmployerHistory></EmploymentHistory><EducationHistory><EducationOrganizationAttendance>
<hr:OrganizationName>Universitas Contoh</hr:OrganizationName><AttendancePeriod><EndDate><hr:FormattedDateTime>2019</hr:FormattedDateTime></EndDate></AttendancePeriod>
<EducationDegree><hr:DegreeName>Bachelor of Informatics</hr:DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory>
<PersonQualifications><PersonCompetency><CompetencyID>eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
<hr:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode><hr:Score><hr:ScoreText>C1</hr:ScoreText></hr:Score></hr:CompetencyDimension>
<hr:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing-Production</hr:CompetencyDimensionTypeCode><hr:Score><hr:ScoreText>B2</hr:ScoreText></hr:Score></hr:CompetencyDimension></PersonCompetency>
<PersonCompetency><hr:CompetencyName>Linux</hr:CompetencyName></PersonCompetency></PersonQualifications></CandidateProfile></Candidate>"""


def carrying(attachment):
    """A PDF with a file attached."""
    document = pdfium.PdfDocument(made.plain_pdf(lines=("Curriculum Vitae", "Europass")))
    document.new_attachment("attachment.xml").set_data(attachment)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


EUROPASS = {"a.xml": PASSPORT.encode(), "b.xml": CANDIDATE.encode(), "c.pdf": carrying(PASSPORT.encode())}
FILES = {"resume.json": json.dumps(RESUME).encode(), "linkedin.zip": made.archive(LINKEDIN)}


@pytest.fixture(scope="module")
def readings():
    with Sandbox(workers=1) as sandbox:
        files = [IncomingFile(name, data) for name, data in FILES.items()]
        return {list(FILES)[n]: answer for n, answer in sandbox.read_all(files, as_of=AS_OF)}


@pytest.mark.parametrize("name", list(FILES))
def test_data_becomes_the_profile_it_says(readings, name):
    found = to_document(readings[name], as_of=AS_OF)
    assert found["basics"]["name"] == "Sari Wulandari"
    assert (found["basics"]["email"], found["basics"]["phone"]) == ("sari@kotaksurat.example", "+6281234567890")
    assert (found["basics"]["location"]["city"], found["basics"]["location"]["region"]) == ("Bandung", "Jawa Barat")
    jobs = [(w["name"], w["position"], w["startDate"], w["endDate"]) for w in found["work"] if w["type"] == "job"]
    assert jobs == [("PT Nusantara", "IT Support", "2020-01", "2023-03"), ("PT Contoh", "System Administrator", "2023-04", None)]
    assert (found["education"][0]["studyType"], found["education"][0]["area"]) == ("S1", "Informatika")
    assert [s["name"] for s in found["skills"]] == ["MikroTik RouterOS", "Linux"]
    assert [(c["name"], c["issuer"]) for c in found["certificates"]] == [("MTCNA", "MikroTik")]
    assert [(x["language"], x["fluency"].casefold()) for x in found["languages"]] == [("Indonesian", "native")]
    assert found["education"][0]["startDate"][:4] == "2015"
    assert found["meta"]["experience_months"] == 83
    assert found["meta"]["occupations"]


@pytest.mark.parametrize("name", list(FILES))
def test_every_place_proves_its_value(readings, name):
    reading = readings[name]
    found, text = to_document(reading, as_of=AS_OF), reading.extracted.text
    quoted = {pointer: text[spans[0]["start"] : spans[0]["end"]] for pointer, spans in found["evidence"].items()}
    assert quoted["/basics/name"] == "Sari Wulandari"
    assert quoted["/work/0/name"] == "PT Nusantara"
    assert quoted["/work/0/startDate"] == "Januari 2020"
    assert quoted["/skills/0"] == "MikroTik"


def test_europass_is_read_in_both_dialects_and_out_of_a_pdf():
    with Sandbox(workers=1) as sandbox:
        found = sandbox.read_all([IncomingFile(name, data) for name, data in EUROPASS.items()], as_of=AS_OF)
        documents = {n: to_document(answer, as_of=AS_OF) for n, answer in found}
    for document in documents.values():
        basics, work, school = document["basics"], document["work"][0], document["education"][0]
        assert (basics["name"], basics["email"], basics["phone"]) == (
            "Sari Wulandari",
            "sari@kotaksurat.example",
            "+6281234567890",
        )
        assert basics["location"]["city"] == "Bandung"
        assert (work["position"], work["name"], work["startDate"], work["endDate"]) == (
            "IT Support",
            "PT Nusantara",
            "2020-01",
            "2023-03",
        )
        assert (school["studyType"], school["institution"], school["endDate"]) == ("S1", "Universitas Contoh", "2019")
        spoken = [(x["language"], x["fluency"]) for x in document["languages"]]
        assert spoken == [("Indonesian", "Native"), ("English", "B2–C1")]
        assert document["skills"][0]["name"] == "Linux"


def test_an_export_is_one_document_and_no_pile_of_files():
    assert not ZipArchives().is_archive(IncomingFile("linkedin.zip", FILES["linkedin.zip"]))
    assert ZipArchives().is_archive(IncomingFile("cv.zip", made.archive({"a.txt": "Sari"})))


def test_other_data_is_read_as_the_text_it_is():
    with Sandbox(workers=1) as sandbox:
        broken = sandbox.extract(IncomingFile("x.json", b'{"basics": {"name": "Sari Wulandari"'))
        strange = sandbox.extract(
            IncomingFile("x.json", b'{"basics": {"name": 7, "location": []}, "work": [3, {"position": null}]}')
        )
    assert "Sari" in broken.text
    assert strange.code == "no_text"
