-- One word for one service: decisions and letters took its name from here, screens from their texts.
update organiser_service set name_fi = 'Avotyö' where code = 'open-work' and name_fi = 'Avotyötoiminta';
update organiser_service set name_en = 'Open work' where code = 'open-work' and name_en = 'Open work activity';
