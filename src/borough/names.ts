import { shares, type Chance } from './chance.ts'

/** Names that families of one origin give and bear. Written down for this borough from common knowledge; nobody is meant. */
export interface NameStock {
  readonly female: readonly [string, ...string[]]
  readonly male: readonly [string, ...string[]]
  readonly surnames: readonly [string, ...string[]]
  /** Women's own second names, where a family name does not pass to them. */
  readonly womensNames?: readonly [string, ...string[]]
  /** Language of an adult who would rather not speak English. */
  readonly language?: string
}

const english: NameStock = {
  female: ['Alice', 'Amy', 'Beth', 'Catherine', 'Charlotte', 'Chloe', 'Daisy', 'Eleanor', 'Elizabeth', 'Emily', 'Freya', 'Georgia', 'Grace', 'Hannah', 'Imogen', 'Jessica', 'Joanne', 'Kate', 'Lauren', 'Lucy', 'Margaret', 'Megan', 'Molly', 'Olivia', 'Pauline', 'Phoebe', 'Rebecca', 'Rosie', 'Sarah', 'Susan', 'Victoria', 'Zoe'],
  male: ['Adam', 'Alfie', 'Andrew', 'Archie', 'Benjamin', 'Callum', 'Charlie', 'Christopher', 'Daniel', 'David', 'Edward', 'Finlay', 'Frank', 'George', 'Harry', 'Isaac', 'Jack', 'James', 'Joseph', 'Kenneth', 'Liam', 'Matthew', 'Michael', 'Nathan', 'Oliver', 'Patrick', 'Robert', 'Samuel', 'Stephen', 'Thomas', 'Toby', 'William'],
  surnames: ['Ainsley', 'Barrow', 'Bexley', 'Brooks', 'Carver', 'Clarke', 'Coleman', 'Davies', 'Denholm', 'Edwards', 'Fairclough', 'Fletcher', 'Green', 'Harding', 'Hollis', 'Hughes', 'Jarvis', 'Jones', 'Kemp', 'Langley', 'Marsh', 'Mercer', 'Norris', 'Osborne', 'Palmer', 'Parkin', 'Roberts', 'Sharpe', 'Smith', 'Stokes', 'Taylor', 'Thorne', 'Turner', 'Walker', 'Webb', 'Whitlock', 'Wilson', 'Wright'],
}

const bangladeshi: NameStock = {
  female: ['Afsana', 'Amina', 'Anika', 'Ayesha', 'Farhana', 'Fahmida', 'Fatema', 'Halima', 'Jannat', 'Jasmin', 'Khadija', 'Lubna', 'Mahbuba', 'Maryam', 'Monira', 'Nadia', 'Nasima', 'Parvin', 'Rahima', 'Rashida', 'Rukshana', 'Sabina', 'Sadia', 'Shahana', 'Shirin', 'Sultana', 'Tahmina', 'Tasnim', 'Yasmin', 'Zainab'],
  male: ['Abdul', 'Ahmed', 'Anwar', 'Ashraf', 'Aziz', 'Bilal', 'Emdad', 'Faisal', 'Habib', 'Hamza', 'Ibrahim', 'Imran', 'Ismail', 'Jahangir', 'Jamal', 'Kamal', 'Mahmud', 'Mizan', 'Mohammed', 'Nazrul', 'Omar', 'Rafiq', 'Rahim', 'Rayhan', 'Sajid', 'Shafiq', 'Tariq', 'Yusuf', 'Zahid', 'Zubair'],
  surnames: ['Ahmed', 'Alam', 'Ali', 'Aziz', 'Chowdhury', 'Haque', 'Hossain', 'Hussain', 'Islam', 'Karim', 'Khan', 'Miah', 'Mollah', 'Rahman', 'Sarkar', 'Talukder', 'Uddin', 'Ullah'],
  womensNames: ['Akhtar', 'Begum', 'Bibi', 'Khanom', 'Khatun', 'Nessa', 'Sultana'],
  language: 'Bengali (Sylheti)',
}

const somali: NameStock = {
  female: ['Amal', 'Asha', 'Ayaan', 'Deqa', 'Fadumo', 'Faiza', 'Hibaq', 'Hodan', 'Idil', 'Ifrah', 'Khadra', 'Ladan', 'Maryan', 'Nimco', 'Sagal', 'Sahra', 'Ubah', 'Zahra'],
  male: ['Abdi', 'Abdirahman', 'Ahmed', 'Ayanle', 'Bashir', 'Cabdi', 'Farah', 'Guled', 'Hassan', 'Jama', 'Khalid', 'Liban', 'Mahad', 'Mohamed', 'Mustafa', 'Sharmarke', 'Warsame', 'Yusuf'],
  surnames: ['Abdi', 'Abdullahi', 'Adan', 'Ahmed', 'Ali', 'Barre', 'Dahir', 'Duale', 'Egal', 'Farah', 'Hassan', 'Hersi', 'Ibrahim', 'Jama', 'Mohamed', 'Nur', 'Osman', 'Warsame', 'Yusuf'],
  language: 'Somali',
}

const westAfrican: NameStock = {
  female: ['Abena', 'Adaeze', 'Ama', 'Blessing', 'Bolanle', 'Chidinma', 'Comfort', 'Efua', 'Esther', 'Folake', 'Gifty', 'Ifeoma', 'Mercy', 'Ngozi', 'Oluwaseun', 'Patience', 'Temitope', 'Yetunde'],
  male: ['Ade', 'Babatunde', 'Chinedu', 'Chukwuma', 'Emeka', 'Emmanuel', 'Femi', 'Gideon', 'Kofi', 'Kojo', 'Kwabena', 'Kwame', 'Obinna', 'Olumide', 'Samuel', 'Segun', 'Tunde', 'Yaw'],
  surnames: ['Acheampong', 'Adebayo', 'Adeyemi', 'Agyeman', 'Asante', 'Balogun', 'Boateng', 'Danso', 'Eze', 'Mensah', 'Nwosu', 'Obi', 'Okafor', 'Okonkwo', 'Oladipo', 'Osei', 'Owusu', 'Sarpong'],
}

const caribbean: NameStock = {
  female: ['Aaliyah', 'Beverley', 'Camille', 'Desiree', 'Janelle', 'Kayla', 'Keisha', 'Marcia', 'Monique', 'Nadine', 'Paulette', 'Renee', 'Shanice', 'Simone', 'Tamara', 'Yvonne'],
  male: ['Andre', 'Carlton', 'Curtis', 'Darnell', 'Delroy', 'Dwayne', 'Errol', 'Jermaine', 'Kieran', 'Leroy', 'Marlon', 'Nathaniel', 'Reuben', 'Tyrone', 'Winston', 'Xavier'],
  surnames: ['Alleyne', 'Bailey', 'Barnett', 'Brathwaite', 'Campbell', 'Clarke', 'Dacosta', 'Francis', 'Gordon', 'Grant', 'Henry', 'Lewis', 'Morgan', 'Pinnock', 'Reid', 'Williams'],
}

const european: NameStock = {
  female: ['Agnieszka', 'Alessia', 'Ana', 'Beatriz', 'Carla', 'Chiara', 'Elena', 'Francesca', 'Giulia', 'Inês', 'Ioana', 'Katarzyna', 'Lucía', 'Magdalena', 'Margarida', 'Marta', 'Mihaela', 'Sofia', 'Valentina', 'Zofia'],
  male: ['Alessandro', 'Andrei', 'Bogdan', 'Diogo', 'Giorgio', 'Jakub', 'João', 'Krzysztof', 'Lorenzo', 'Luca', 'Marcin', 'Marek', 'Mateo', 'Matteo', 'Nicolae', 'Paweł', 'Pedro', 'Rui', 'Stefan', 'Tomasz'],
  surnames: ['Almeida', 'Bianchi', 'Costa', 'Dumitru', 'Esposito', 'Ferreira', 'Fontana', 'García', 'Ionescu', 'Kamiński', 'Kowalczyk', 'Lombardi', 'Lopes', 'Marino', 'Nowak', 'Popescu', 'Radu', 'Ribeiro', 'Santos', 'Wójcik'],
  language: 'Portuguese',
}

const eastAsian: NameStock = {
  female: ['Chau', 'Fang', 'Hoa', 'Hui', 'Jing', 'Lan', 'Li', 'Linh', 'Mai', 'Mei', 'Thao', 'Xia', 'Yan', 'Ying'],
  male: ['Bao', 'Duc', 'Feng', 'Hai', 'Hao', 'Jian', 'Jun', 'Long', 'Minh', 'Quang', 'Tuan', 'Wei', 'Xin', 'Yong'],
  surnames: ['Chan', 'Chen', 'Dang', 'Ho', 'Huang', 'Lam', 'Le', 'Li', 'Liu', 'Nguyen', 'Pham', 'Tran', 'Wang', 'Wong', 'Wu', 'Zhang'],
  language: 'Vietnamese',
}

const southAsian: NameStock = {
  female: ['Aisha', 'Anjali', 'Deepa', 'Divya', 'Hafsa', 'Isha', 'Kavita', 'Meera', 'Neha', 'Noor', 'Pooja', 'Priya', 'Rabia', 'Saima', 'Samina', 'Sana', 'Simran', 'Sunita'],
  male: ['Amit', 'Arjun', 'Asif', 'Dev', 'Farooq', 'Gurpreet', 'Harjit', 'Irfan', 'Karan', 'Muhammad', 'Naveed', 'Nikhil', 'Rajesh', 'Rohan', 'Sanjay', 'Usman', 'Vikram', 'Waqas'],
  surnames: ['Akram', 'Butt', 'Desai', 'Gill', 'Iqbal', 'Joshi', 'Kapoor', 'Khan', 'Malik', 'Mehta', 'Mirza', 'Patel', 'Qureshi', 'Rao', 'Shah', 'Sharma', 'Singh', 'Siddiqui'],
  language: 'Urdu',
}

const origins = shares(
  [english, 36], [bangladeshi, 32], [european, 13], [southAsian, 6], [westAfrican, 4], [eastAsian, 4], [somali, 3], [caribbean, 2],
)

export const familyOf = (chance: Chance): NameStock => chance.from(origins)

export const forenameOf = (stock: NameStock, sex: 'female' | 'male', chance: Chance): string => {
  const names = stock[sex]
  const name = chance.oneOf(names)
  // A second forename keeps people apart as it does in life; a third of people use one in front of an office.
  if (!chance.yes(0.33)) return name
  const second = chance.oneOf(names)
  return second === name ? name : `${name} ${second}`
}

export const surnameOf = (stock: NameStock, chance: Chance): string => {
  const name = chance.oneOf(stock.surnames)
  return chance.yes(0.04) ? `${name}-${chance.oneOf(stock.surnames)}` : name
}

/** What a woman is called besides her forename: the family's name or, where that is the custom, one of her own. */
export const womansNameOf = (stock: NameStock, familyName: string, chance: Chance): string =>
  stock.womensNames !== undefined && chance.yes(0.7) ? chance.oneOf(stock.womensNames) : familyName
