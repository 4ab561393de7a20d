"""Words that say nothing by themselves, folded: for each language, a list.

A list is used for every word of its script, whatever the language of the text: so none may hold what is a
name or a noun in a neighbouring language (Kazakh «бар», "there is", is a bar in Russian).
"""

ENGLISH = frozenset(
    """
a about above after again against all also am an and any are as at be because been before being below between
both but by can cannot could did do does doing down during each few for from further had has have having he
her here hers him his how i if in into is it its me more most must my no nor not of off on once only or other
our ours out over own same she should so some such than that the their them then there these they this those
through to too under until up upon us very was we were what when where which while who whom why will with
would you your
""".split()
)
RUSSIAN = frozenset(
    """
а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее если
есть еще же за здесь и из или им их к как какая какой ко когда кто ли либо между меня мне мы на над надо наш
не него нее нет ни них но ну о об однако он она они оно от очень перед по под после при про с сам свой себе
себя со так также такой там те тем то того тоже той только том ты у уж уже хотя чего чей чем что чтобы чье эта
эти это этого этой этом этот эту я
""".split()
)
KAZAKH = frozenset(
    """
ал алайда арқылы байланысты барлық басқа бен бері бұл бұның бірақ бойы бойынша болады болған болды болса болып
бір біз біздің біздер дейін деген деп егер екен еді емес ең енді және жоқ кейбір кейін кез келген маған мен
менің мұны мұндай немесе неше оған ол олар олардың оның ондай осы осындай пен сияқты сіз сіздер сол
соң сондай сондықтан тағы тек тиіс туралы үшін шейін яғни ғана қандай қарай қатар өз өзі өте әлде әр әрі
""".split()
)
