console.log('a line that repeats');
console.log('a line that repeats');
console.log('a line that repeats');
console.log('a line that repeats');
console.log('a line that repeats');
console.log('a line that repeats');
console.log('a line that repeats');
console.log('a line that repeats');
