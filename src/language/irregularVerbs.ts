import { lemmaIndex } from "./lemmaIndex.js";

// Forms of verbs and nouns on which the regular rules of lemmas.ts would err: strong and mixed verbs, doubled
// and undoubled consonants, foreign plurals. Each line gives the base form first.

const verbTable = `
be am is are was were been being
have has had having
do does did done
say said
go goes went gone
get got gotten
make made
know knew known
think thought
take took taken
see saw seen
come came
give gave given
find found
tell told
become became
show showed shown
leave left
feel felt
put putting
bring brought
begin began begun beginning
keep kept
hold held
write wrote written writing
stand stood
hear heard
let letting
mean meant
set setting
meet met
run ran running
pay paid
sit sat sitting
speak spoke spoken
lie lying lay lain
lead led
grow grew grown
lose lost
fall fell fallen
send sent
build built
understand understood
draw drew drawn
withdraw withdrew withdrawn
break broke broken
spend spent
cut cutting
rise rose risen rising
drive drove driven driving
buy bought
wear wore worn
choose chose chosen
seek sought
throw threw thrown
catch caught
deal dealt
win won winning
forget forgot forgotten forgetting
lay laid
sell sold
fight fought
bear bore borne born
teach taught
eat ate eaten
sing sang sung
strike struck stricken
hang hung
shake shook shaken
ride rode ridden
feed fed
shoot shot
drink drank drunk
hit hitting
arise arose arisen arising
fly flew flown
sleep slept
beat beaten
light lit
bind bound
hide hid hidden
steal stole stolen
swear swore sworn
undertake undertook undertaken
overcome overcame
foresee foresaw foreseen
forgo forwent forgone
forbid forbade forbidden forbidding
forgive forgave forgiven
freeze froze frozen
flee fled
fling flung
grind ground
kneel knelt
lend lent
quit quitting
rebuild rebuilt
redo redid redone
rewrite rewrote rewritten
shrink shrank shrunk
shut shutting
sink sank sunk
slide slid
spin spun
split splitting
spring sprang sprung
stick stuck
sting stung
sweep swept
swim swam swum
swing swung
tear tore torn
tread trod trodden
wake woke woken
weave wove woven
weep wept
wind wound
wring wrung
behold beheld
uphold upheld
withhold withheld
withstand withstood
mislead misled
mistake mistook mistaken
outdo outdid outdone
overthrow overthrew overthrown
override overrode overridden
oversee oversaw overseen
overtake overtook overtaken
partake partook
retake retook retaken
undo undid undone
undergo underwent undergone
bid bidding
bet betting
bend bent
bite bit bitten
bleed bled
blow blew blown
breed bred
cling clung
creep crept
dig dug
leap leapt
learn learnt
dream dreamt
burn burnt
spell spelt
spoil spoilt
spill spilt
prove proved proven
can could
will would
shall should
may might
die died dies dying
tie tied tying
agree agreed agreeing
free freed freeing
decree decreed
guarantee guaranteed
flee fleeing
see seeing
stop stopped stopping
plan planned planning
commit committed committing
admit admitted admitting
permit permitted permitting
submit submitted submitting
refer referred referring
prefer preferred preferring
defer deferred deferring
confer conferred conferring
transfer transferred transferring
occur occurred occurring
incur incurred
deter deterred
bar barred barring
ban banned banning
step stepped stepping
drop dropped dropping
scrap scrapped
ship shipped
equip equipped
tap tapped
wrap wrapped
slip slipped
snap snapped
trap trapped
shrug shrugged
sign signed signing
veto vetoed vetoes
echo echoed echoes
span spanned
rebel rebelled
propel propelled
compel compelled compelling
expel expelled expelling
dispel dispelled
cancel cancelled canceled
travel travelled traveled
label labelled labeled
signal signalled signaled
annul annulled
control controlled controlling
enrol enrolled
fulfil fulfilled
patrol patrolled
quarrel quarrelled
use used uses using
ensue ensued
sue sued suing
pursue pursued pursuing
continue continued continuing
argue argued arguing
value valued
issue issued issuing
rescue rescued
please pleased
cease ceased ceasing
erase erased
singe singed
host hosted
cost costing
post posted
boost boosted
test tested
rest rested
protest protested
request requested
suggest suggested
arrest arrested
invest invested
contest contested
list listed
assist assisted
exist existed
insist insisted
resist resisted
persist persisted
consist consisted
enlist enlisted
trust trusted
adjust adjusted
last lasted
visit visited visiting
edit edited
limit limited
exhibit exhibited
prohibit prohibited
inherit inherited
benefit benefited
profit profited
target targeted
market marketed
pivot pivoted
open opened opening
happen happened
threaten threatened threatening
strengthen strengthened
weaken weakened
widen widened
deepen deepened
sharpen sharpened
tighten tightened
name named naming
rename renamed
argue argued
type typed
owe owed
lie lied
vie vied vying
belie belied
eye eyed
dye dyed
ski skied
undermine undermined
mediate mediated
obey obeyed
convey conveyed conveying
survey surveyed
destroy destroyed
deploy deployed
employ employed
enjoy enjoyed
delay delayed delaying
play played
stay stayed
pray prayed
display displayed
betray betrayed
portray portrayed
annoy annoyed
repay repaid
follow followed following
allow allowed
vow vowed
bow bowed
show showing
throw throwing
own owned
down downed
view viewed
review reviewed
renew renewed renewing
sew sewn
fix fixed
mix mixed
tax taxed
annex annexed annexing annexes
relax relaxed
box boxed
recognise recognised recognising recognises
recognize recognized recognizing recognizes
derecognise derecognised derecognising derecognises
derecognize derecognized derecognizing derecognizes
de-recognise de-recognised de-recognising
lobby lobbied
rally rallied
bully bullied
accede acceded acceding
elevate elevated
reiterate reiterated
formalise formalised
formalize formalized
revoke revoked revoking
rescind rescinded rescinding
sever severed severing
reverse reversed reversing
switch switched switching switches
grant granted granting
extend extended extending
accord accorded according
mull mulled mulling mulls
call called calling calls
tell telling
sell selling
kill killed killing
fill filled
pull pulled pulling
install installed
roll rolled
stall stalled stalling
enter entered
refuse refused refusing
urge urged urging
pledge pledged
engage engaged
plunge plunged
exchange exchanged
change changed
arrange arranged
challenge challenged
hasten hastened
listen listened
soften softened
abandon abandoned
mention mentioned
sanction sanctioned
position positioned
condition conditioned
question questioned
envision envisioned
caution cautioned
station stationed
reason reasoned
summon summoned
pardon pardoned
weigh weighed weighing
laud lauded
applaud applauded
read reads reading
mediate mediating
lie lies
`;

/** Any form → base form. */
export const irregularVerbs: ReadonlyMap<string, string> = lemmaIndex(verbTable);
