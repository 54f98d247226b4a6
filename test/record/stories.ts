/** A wire story of some length, told of an invented recognition. */
export const wire = [
  "LIMA (Andean Wire) - Peru formally recognised the Republic of Kosovo on Friday, becoming the third South American state to do so, the foreign ministry said in a statement.",
  "Foreign Minister Elena Paredes signed the resolution in the Torre Tagle Palace after a meeting of the council of ministers that lasted into the early hours of the morning.",
  "“Peru wishes to contribute to peace and stability in the Balkans, and to open a new chapter with a young European state,” Paredes told reporters.",
  "The two governments will begin talks about diplomatic relations next month in Geneva, where both keep permanent missions, a senior official in the ministry said.",
  "Serbia, which regards Kosovo as its own province, summoned the Peruvian ambassador in Belgrade and handed him a note of protest, the state news agency reported.",
  "Peru exported goods worth two million dollars to the region last year, most of it coffee, asparagus and canned fish, according to figures of the customs office.",
];

/** The same story as another outlet prints it: a headline of its own, one paragraph less. */
export const reprint = [
  "Third South American country recognises Kosovo",
  ...wire.slice(0, 4),
  ...wire.slice(5),
];

/** Another reporter's story of the same event. */
export const independent = [
  "Kosovo has gained a new friend in South America: Peru's government adopted a resolution on Friday in which it recognises the country as an independent state.",
  "In Pristina, President Arta Krasniqi thanked Lima in a short address from the steps of parliament and called the decision a victory for patient diplomacy.",
  "Diplomats in Lima had worked towards the step since the spring, when a delegation from Pristina toured the continent in search of support for its bid to join Interpol.",
  "Belgrade reacted with anger. Its foreign ministry called in Peru's envoy and spoke of a breach of international law and of a resolution of the Security Council.",
  "Analysts expect that a Peruvian chargé d'affaires will be sent to the Balkans before the end of the year, though the mission in Vienna may cover Kosovo at first.",
];
