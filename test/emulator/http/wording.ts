/** The languages of FindFace. */
export type Language = 'en-us' | 'ru' | 'es';

const translations: Readonly<Record<string, { ru: string; es: string }>> = {
  'Invalid username/password.': {
    ru: 'Недопустимые имя пользователя или пароль.',
    es: 'Nombre de usuario/contraseña inválidos.',
  },
  'Invalid token.': { ru: 'Недопустимый токен.', es: 'Token inválido.' },
  'Authentication credentials were not provided.': {
    ru: 'Учетные данные не были предоставлены.',
    es: 'Las credenciales de autenticación no se proveyeron.',
  },
  'User inactive or deleted.': {
    ru: 'Пользователь неактивен или удален.',
    es: 'Usuario inactivo o borrado.',
  },
  'This field is required.': { ru: 'Это поле обязательно.', es: 'Este campo es requerido.' },
  'This field may not be blank.': {
    ru: 'Это поле не может быть пустым.',
    es: 'Este campo no puede estar en blanco.',
  },
  'You do not have permission to perform this action.': {
    ru: 'У вас нет прав для выполнения этой операции.',
    es: 'Usted no tiene permiso para realizar esta acción.',
  },
};

/** A text in the requested language; English if it has no translation. */
export function say(sentence: string, language: Language): string {
  return language === 'en-us' ? sentence : (translations[sentence]?.[language] ?? sentence);
}

/** The first supported language of `Accept-Language` by weight; else English. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
    return { tag: tag.split('-')[0], weight: Number(weight ?? 1) };
  });
  for (const { tag, weight } of wanted.sort((one, other) => other.weight - one.weight)) {
    if (weight === 0) continue;
    if (tag === 'ru' || tag === 'es') return tag;
    if (tag === 'en') return 'en-us';
  }
  return 'en-us';
}
