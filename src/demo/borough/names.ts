import type { Chance } from '../chance.ts'

/** Names as they are heard in the streets of Harbour Reach. Whoever bears one of them by chance is not meant. */
interface Heritage {
  readonly female: readonly [string, ...string[]]
  readonly male: readonly [string, ...string[]]
  readonly family: readonly [string, ...string[]]
}

const heritages: readonly [Heritage, ...Heritage[]] = [
  {
    female: ['Nasima', 'Farzana', 'Sumaiya', 'Tasnim', 'Rehana', 'Maliha', 'Jannat'],
    male: ['Rafiq', 'Mahbub', 'Tanvir', 'Arif', 'Shafi', 'Zayan', 'Imtiaz'],
    family: ['Miah', 'Ahmed', 'Sultana', 'Uddin', 'Choudhury', 'Rahman', 'Hoque'],
  },
  {
    female: ['Ayaan', 'Fowsia', 'Hamdi', 'Ifrah', 'Nimco', 'Safiya'],
    male: ['Bashir', 'Guled', 'Liban', 'Mahad', 'Yonis', 'Khadar'],
    family: ['Abdullahi', 'Farah', 'Jama', 'Elmi', 'Nur', 'Osman'],
  },
  {
    female: ['Adaeze', 'Bisi', 'Folake', 'Ngozi', 'Temi', 'Yewande'],
    male: ['Chidi', 'Dele', 'Emeka', 'Kunle', 'Segun', 'Tobi'],
    family: ['Adebayo', 'Balogun', 'Eke', 'Nwankwo', 'Ojo', 'Okonkwo', 'Sowande'],
  },
  {
    female: ['Akosua', 'Ama', 'Esi', 'Maame', 'Serwaa'],
    male: ['Kofi', 'Kwame', 'Kweku', 'Nana', 'Yaw'],
    family: ['Acheampong', 'Appiah', 'Asante', 'Darko', 'Owusu'],
  },
  {
    female: ['Alicia', 'Chantelle', 'Jada', 'Keisha', 'Marcia', 'Renee'],
    male: ['Andre', 'Curtis', 'Devon', 'Jermaine', 'Leon', 'Tyrell'],
    family: ['Bailey', 'Clarke', 'Gayle', 'Pinnock', 'Thompson', 'Walters'],
  },
  {
    female: ['Amy', 'Bethany', 'Gemma', 'Hannah', 'Kelly', 'Poppy', 'Tracey'],
    male: ['Callum', 'Dean', 'George', 'Harry', 'Liam', 'Ryan', 'Stephen'],
    family: ['Barker', 'Collins', 'Dobson', 'Hartley', 'Mills', 'Parrish', 'Sheldon', 'Turner'],
  },
  {
    female: ['Caoimhe', 'Mairead', 'Niamh', 'Orla', 'Roisin'],
    male: ['Cathal', 'Declan', 'Eoin', 'Padraig', 'Sean'],
    family: ['Brennan', 'Casey', 'Lynch', 'Meehan', 'Tierney'],
  },
  {
    female: ['Dorota', 'Ewa', 'Kinga', 'Magda', 'Zuzanna'],
    male: ['Adam', 'Jakub', 'Marek', 'Pawel', 'Wojtek'],
    family: ['Baran', 'Duda', 'Kaczmarek', 'Mazur', 'Sikora', 'Wilk'],
  },
  {
    female: ['Aylin', 'Derya', 'Gul', 'Selin', 'Zeynep'],
    male: ['Baris', 'Emre', 'Kerem', 'Mehmet', 'Umut'],
    family: ['Aydin', 'Celik', 'Dogan', 'Kaya', 'Ozturk'],
  },
  {
    female: ['Hoa', 'Lan', 'Linh', 'Mai', 'Trang'],
    male: ['Bao', 'Dung', 'Hai', 'Long', 'Quan'],
    family: ['Dang', 'Le', 'Pham', 'Tran', 'Vo'],
  },
  {
    female: ['Catarina', 'Joana', 'Marta', 'Rita', 'Sofia'],
    male: ['Bruno', 'Diogo', 'Joao', 'Nuno', 'Pedro'],
    family: ['Almeida', 'Carvalho', 'Fonseca', 'Moreira', 'Pinto', 'Teixeira'],
  },
  {
    female: ['Camila', 'Daniela', 'Luz', 'Paola', 'Valentina'],
    male: ['Andres', 'Esteban', 'Mateo', 'Santiago', 'Wilmer'],
    family: ['Cardona', 'Guerrero', 'Ospina', 'Quispe', 'Zambrano'],
  },
  {
    female: ['Amina', 'Bushra', 'Kiran', 'Mehwish', 'Saima'],
    male: ['Adnan', 'Faisal', 'Junaid', 'Kashif', 'Usman'],
    family: ['Butt', 'Hussain', 'Javed', 'Malik', 'Raja'],
  },
  {
    female: ['Austeja', 'Egle', 'Ieva', 'Rasa'],
    male: ['Jonas', 'Lukas', 'Mantas', 'Tomas'],
    family: ['Balciunas', 'Jankauskas', 'Petrauskas', 'Stankus'],
  },
]

/** A family's way of naming: one family name, given names without repeating while they last. */
export interface Naming {
  readonly family: string
  readonly given: (sex: 'female' | 'male') => string
}

export const naming = (luck: Chance): Naming => {
  const heritage = luck.oneOf(heritages)
  const used = new Set<string>()
  return {
    family: luck.oneOf(heritage.family),
    given: (sex) => {
      const free = heritage[sex].filter((name) => !used.has(name))
      const [first, ...more] = free
      const name = first === undefined ? luck.oneOf(heritage[sex]) : luck.oneOf([first, ...more])
      used.add(name)
      return name
    },
  }
}
