// Unwanted mail, none of which could fool anybody.

export const spamSubjects: readonly string[] = [
  'CONGRATULATIONS!!! You have won a lighthouse',
  'Dear Beloved, {sum} million await',
  'Your parcel is held at customs (1 herring)',
  'URGENT: your mailbox is {num}0 % full of our messages',
  'Doctors are furious about this soup',
  'Re: Re: Fwd: the inheritance of a stranger',
  'Lose {num} kilos while reading this',
  'invoice_final_REAL_final attached pls open',
  'I am a lonely admiral',
  'Cheap sails $$$ no wind needed',
  'Verify you account befor {time}',
  'You have been selected from {n} persons',
  'Hot tubs in your area want to meet you',
  'Make {sum} a week from your own jetty',
];

export const spamBodies: readonly string[] = [
  'Dear lucky one! Your address was drawn from {big} addresses and won a lighthouse with stairs. To receive same, send only the small fee of {sum} for the bulb.',
  'I am the widow of a minister of fish. He left {sum} millions in a barrel, and I can trust only you, a person whom I do not know.',
  'Our system detect that you have not click. Please click. Click until {day}. After this day clicking is not anymore possible.',
  'Grandmother in {town} discovers one simple trick with {food}. Banks and bakers hate her.',
  'Hello I have seen your profile and I also like boats. I am {num} years, tall, and imprisoned by mistake. Write me at the other address.',
  'Act now! Only {n} left! When they are gone we will have {n} more!!',
  'Attached is the document which you have asked, or somebody has. It is very safe. The antivirus is only jealous.',
  'W0rk from h0me, 3 minutes per day, earn like a captain. No sea needed.',
];

export const spamDomains: readonly string[] = [
  'prize-lighthouse.invalid',
  'totally-your-bank.invalid',
  'admiral-mail.test',
  'herring-customs.invalid',
  'clickclick.test',
];
