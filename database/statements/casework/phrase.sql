-- reads.ts phrasesOf b598b062
-- service text, against boolean, provision text or null, name text, textFi text, textSv text, easyFi text or null, easySv text or null, during daterange, id uuid
select p.id, p.service, p.against, p.provision, p.name, p.text_fi as "textFi", p.text_sv as "textSv", p.easy_fi as "easyFi",
      p.easy_sv as "easySv", p.during
    from phrase_phrase p join organiser_service s on s.code = p.service
    where p.organiser_id = $1 order by s.place, p.against, p.name;
