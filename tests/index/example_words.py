"""Twenty words of each language that has a stemmer, most in four forms of one."""

WORDS: dict[str, tuple[str, ...]] = {
    language: tuple(words.split())
    for language, words in {
        "en": """migrant migrants migration migrating policy policies political society societies social
            education educated woman women inequality inequalities study studies studying universities""",
        "ru": """миграция миграции миграцией миграционный мигрант мигрантами политика политики политической
            общество обществах общественный образование образования женщина женщин неравенство неравенства
            исследование исследований""",
        "kk": """мектеп мектептер мектептердің мектебі мектебімізде Қазақстан Қазақстанның Қазақстанда
            қазақстандық халық халқының тілек тілегін жұмысы жұмыстарынан зерттеу зерттеулердің зерттелген
            ғылым ғылыми""",
        "ar": """كتاب الكتاب كتابهم كتابان مدرسة المدرسة المدارس مدارس جامعة الجامعة الجامعات جامعات مدينة
            المدينة مدينتهم المدينتين طالب الطالب طالبان الطالبات""",
        "ca": """llibre llibres llibreria llibreries ciutat ciutats ciutadà ciutadans escola escoles escolar
            escolars universitat universitats universitari universitària estudiant estudiants estudiar
            estudiava""",
        "cs": """kniha knihy knize knihami město města městech městům škola školy škole školami univerzita
            univerzity univerzitě univerzitách student studenti studentů studentům""",
        "da": """bog bogen bøger bøgerne by byen byer byerne skole skolen skoler skolerne universitet
            universitetet universiteter universiteterne student studenten studenter studenterne""",
        "de": """Buch Buches Bücher Büchern Stadt Städte Städten städtisch Schule Schulen Schüler Schülerin
            Universität Universitäten universitär Student Studenten Studentinnen Bildung Bildungen""",
        "el": """βιβλίο βιβλία βιβλίου βιβλίων πόλη πόλεις πόλης πόλεων σχολείο σχολεία σχολείου σχολείων
            πανεπιστήμιο πανεπιστήμια πανεπιστημίου πανεπιστημίων φοιτητής φοιτητές φοιτητών φοιτητή""",
        "eo": """libro libroj libron librojn urbo urboj urbon urba lernejo lernejoj lernejon lerneja
            universitato universitatoj universitata studento studentoj studenta studi studas""",
        "es": """libro libros librería librerías ciudad ciudades ciudadano ciudadanos escuela escuelas
            escolar escolares universidad universidades universitario universitaria estudiante estudiantes
            estudiar estudiando""",
        "et": """raamat raamatu raamatud raamatute linn linna linnad linnade kool kooli koolid koolide
            ülikool ülikooli ülikoolid ülikoolide õpilane õpilase õpilased õpilaste""",
        "eu": """liburu liburua liburuak liburuaren hiri hiria hiriak hirietan eskola eskolak eskolan
            eskolaren unibertsitate unibertsitateak unibertsitatean unibertsitateko ikasle ikasleak ikasleen
            ikasleekin""",
        "fa": """کتاب کتاب‌ها کتاب‌های کتابهای شهر شهرها شهرهای شهری مدرسه مدرسه‌ها مدرسه‌های مدارس دانشگاه
            دانشگاه‌ها دانشگاههای دانشگاهی دانشجو دانشجویان دانشجوی دانشجویی""",
        "fi": """kirja kirjan kirjat kirjoissa kaupunki kaupungin kaupungit kaupungeissa koulu koulun koulut
            kouluissa yliopisto yliopiston yliopistot yliopistoissa opiskelija opiskelijan opiskelijat
            opiskelijoille""",
        "fr": """livre livres librairie librairies ville villes village villages école écoles écolier
            écoliers université universités universitaire universitaires étudiant étudiants étudiante
            étudier""",
        "ga": """leabhar leabhair leabharlann leabharlanna cathair chathair gcathair cathracha scoil
            scoileanna scoile scoláire ollscoil ollscoileanna ollscoile n-ollscoil bean bhean mban mná""",
        "hi": """किताब किताबें किताबों किताबी शहर शहरों शहरी शहरीकरण स्कूल स्कूलों विद्यालय विद्यालयों
            विश्वविद्यालय विश्वविद्यालयों लड़का लड़के लड़कों लड़की लड़कियाँ लड़कियों""",
        "hu": """könyv könyvek könyvet könyvekben város városok városban városokat iskola iskolák iskolában
            iskolákat egyetem egyetemek egyetemen egyetemeket diák diákok diákot diákokkal""",
        "hy": """գիրք գրքեր գրքի գրքերի քաղաք քաղաքներ քաղաքի քաղաքներում դպրոց դպրոցներ դպրոցի դպրոցներում
            համալսարան համալսարաններ համալսարանի համալսարանում ուսանող ուսանողներ ուսանողի ուսանողների""",
        "id": """buku bukunya bukumu membukukan baca membaca dibaca bacaan ajar mengajar pengajaran
            pelajaran didik mendidik pendidik pendidikan tulis menulis penulis tulisan""",
        "it": """libro libri libreria librerie città cittadino cittadini cittadina scuola scuole scolastico
            scolastica università universitario universitari universitaria studente studenti studentessa
            studiare""",
        "lt": """knyga knygos knygų knygose miestas miesto miestai miestuose mokykla mokyklos mokyklų
            mokyklose universitetas universiteto universitetai universitetuose studentas studento studentai
            studentams""",
        "ne": """किताब किताबहरू किताबको किताबमा शहर शहरहरू शहरको शहरमा विद्यालय विद्यालयहरू विद्यालयको
            विद्यालयमा विश्वविद्यालय विश्वविद्यालयहरू विश्वविद्यालयको विश्वविद्यालयमा विद्यार्थी
            विद्यार्थीहरू विद्यार्थीको विद्यार्थीले""",
        "nl": """boek boeken boekje boekhandel stad steden stadje stedelijk school scholen scholier
            scholieren universiteit universiteiten universitair student studenten studeren
            gestudeerd gezien""",
        "no": """bok boken bøker bøkene by byen byer byene skole skolen skoler skolene universitet
            universitetet universiteter universitetene student studenten studenter studentene""",
        "pl": """książka książki książek książkami miasto miasta miast miastach szkoła szkoły szkół szkołach
            uniwersytet uniwersytetu uniwersytety uniwersytetach student studenta studenci studentów""",
        "pt": """livro livros livraria livrarias cidade cidades cidadão cidadãos escola escolas escolar
            escolares universidade universidades universitário universitária estudante estudantes estudar
            estudando""",
        "ro": """carte cartea cărți cărțile oraș orașul orașe orașele școală școala școli școlile
            universitate universitatea universități universitățile student studentul studenți studenților""",
        "sr": """knjiga knjige knjigama književni grad grada gradovi gradovima škola škole školama школа
            школе univerziteta универзитет универзитета универзитети student studenti студената""",
        "st": """motho batho buka dibuka sekolo dikolo sekolong motse metse motseng ngwana bana baneng thuto
            dithuto thutong mosadi basadi tsela ditsela""",
        "sv": """bok boken böcker böckerna stad staden städer städerna skola skolan skolor skolorna
            universitet universitetet universiteten universitetens student studenten studenter studenterna""",
        "ta": """புத்தகம் புத்தகங்கள் புத்தகத்தில் புத்தகங்களை நகரம் நகரங்கள் நகரத்தில் நகரங்களில் பள்ளி
            பள்ளிகள் பள்ளியில் பள்ளிகளில் மாணவர் மாணவர்கள் மாணவருக்கு மாணவர்களின் மொழி மொழிகள் மொழியில்
            மொழிகளின்""",
        "tr": """kitap kitaplar kitabı kitapların şehir şehirler şehirde şehirlerin okul okullar okulda
            okulların üniversite üniversiteler üniversitede üniversitelerin öğrenci öğrenciler öğrencinin
            öğrencilere""",
        "yi": """בוך ביכער ביכל ביכלעך שטאָט שטעט שטעטל שטעטלעך שול שולן שולע שולעס אוניווערסיטעט
            אוניווערסיטעטן סטודענט סטודענטן סטודענטקע לערנען געלערנט לערנער""",
    }.items()
}
