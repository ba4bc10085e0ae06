import {expect, test} from 'vitest'
import {assignRoles} from '../../../src/convert/import/assign-roles.ts'
import {collectLosses} from '../../util/losses.ts'

test('should give each step a role and a model that a header can hold', () => {
  const {losses, onLoss} = collectLosses()
  const steps = [
    ['system', 'm'],
    ['System', '<b>'],
    ['user', 'a::b'],
    ['system', ''],
    ['a b', 'a\nb']
  ].map(([role = '', model = ''], index) => ({
    message: {role, model, parts: []},
    path: [index]
  }))
  const assigned = assignRoles(steps, {onLoss})
  expect(assigned.map(({message}) => [message.role, message.model])).toEqual([
    ['system', 'm'],
    ['system', undefined],
    ['user', undefined],
    ['developer', undefined],
    ['user', undefined]
  ])
  expect(losses).toEqual([
    'model-dropped 1',
    'model-dropped 2',
    'role-changed 3',
    'model-dropped 3',
    'role-changed 4',
    'model-dropped 4'
  ])
})
